import { Context, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Outlook } from "../market/RequestBudget.ts"

/** How far one business is. */
export interface BusinessProgress {
  chatsListed: number
  /** None while the list is being read. */
  chatsToRead: Option.Option<number>
  chatsRead: number
  findings: number
  outlook: Effect.Effect<Outlook>
}

/**
 * How far a scan is, for whoever wants to show it. The scan writes into it as it goes; a reader looks when it likes, so
 * that showing costs the scan nothing.
 */
export class ScanProgress extends Context.Reference<ScanProgress>()("chatlint/ScanProgress", {
  defaultValue: () => new Map<BusinessId, BusinessProgress>()
}) {}

/** Begins the progress of one business. */
export const startProgress = (
  businessId: BusinessId,
  outlook: Effect.Effect<Outlook>
): Effect.Effect<BusinessProgress> =>
  Effect.map(ScanProgress, (progress) => {
    const started: BusinessProgress = {
      chatsListed: 0,
      chatsToRead: Option.none(),
      chatsRead: 0,
      findings: 0,
      outlook
    }
    progress.set(businessId, started)
    return started
  })
