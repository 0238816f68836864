import { Effect } from "effect"
import type { Locale } from "../locale/Locale.ts"
import type { MarketClient } from "../market/MarketClient.ts"
import type { BudgetLedger } from "../market/RequestBudget.ts"
import type { ChatProgress } from "../store/ChatProgress.ts"
import type { Database } from "../store/Database.ts"
import { identityKey } from "../store/identityKey.ts"
import { RunLock } from "../store/RunLock.ts"
import { type FinishedRun, Runs } from "../store/Runs.ts"
import type { StoreError } from "../store/StoreError.ts"
import type { Judge } from "./Judge.ts"
import { judgingDigest } from "./judgingDigest.ts"
import { type BusinessToScan, scanBusiness } from "./scanBusiness.ts"

/** What to scan, and how. */
export interface ScanOptions extends Omit<Judge, "identityKey"> {
  readonly businesses: ReadonlyArray<BusinessToScan>
  /** The maximum number of concurrent requests per business, from 1 to 4. */
  readonly concurrency: number
  /** Whether to include chats without new messages and to read all chats from their beginning. */
  readonly everything: boolean
  readonly locale: Locale
}

/** The marketplace limits each business separately, so one that waits for its next hour does not hold up others. */
const businessesAtOnce = 4

/**
 * Performs one nightly run: scans every business, resuming an interrupted run. Only one run works on a database at a
 * time; a second one fails with StoreError "locked" at once.
 */
export const scan = (
  options: ScanOptions
): Effect.Effect<FinishedRun, StoreError, MarketClient | ChatProgress | Runs | BudgetLedger | Database | RunLock> =>
  Effect.gen(function* () {
    yield* (yield* RunLock).hold
    const runs = yield* Runs
    const { businesses, ruleSet, minConfidence, everything, concurrency, locale } = options
    const judge: Judge = { ...options, identityKey: yield* identityKey }
    const run = yield* runs.open(ruleSet.digest, minConfidence)
    yield* Effect.forEach(
      businesses,
      (business) => scanBusiness(business, { run, judge, concurrency, everything, locale }),
      { concurrency: businessesAtOnce, discard: true }
    )
    return yield* runs.finish(
      run,
      businesses.map(({ businessId }) => businessId),
      ruleSet.digest,
      (businessId) => judgingDigest(judge, businessId)
    )
  }).pipe(Effect.scoped)
