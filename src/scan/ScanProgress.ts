import { Context, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Outlook } from "../market/RequestBudget.ts"

/** The progress of one business. */
export interface BusinessProgress {
  chatsListed: number
  /** None while the list is being read. */
  chatsToRead: Option.Option<number>
  chatsRead: number
  findings: number
  outlook: Effect.Effect<Outlook>
}

/**
 * The progress of a scan, for display. The scan updates it and readers poll it, so that display costs the scan nothing.
 */
export class ScanProgress extends Context.Reference<ScanProgress>()("chatlint/ScanProgress", {
  defaultValue: () => new Map<BusinessId, BusinessProgress>()
}) {}

/** Registers the progress of one business. */
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
