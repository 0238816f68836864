import { Effect, Option, type Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Changes } from "../domain/Changes.ts"
import type { Finding } from "../domain/Finding.ts"
import type { FindingCount } from "../domain/FindingCount.ts"
import type { RootCause } from "../domain/RootCause.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import { Findings } from "./Findings.ts"
import { RootCauses } from "./RootCauses.ts"
import { RunChanges } from "./RunChanges.ts"
import { RunHistory } from "./RunHistory.ts"
import type { FinishedRun } from "./Runs.ts"
import type { StoreError } from "./StoreError.ts"

/** All that is known of a finished run: what every report of it is made from. */
export interface RunRecord extends FinishedRun {
  /** By business, then new, repeated, acknowledged, then by chat and time; see Findings.reported. */
  readonly findings: Stream.Stream<Finding, StoreError>
  readonly counts: ReadonlyArray<FindingCount>
  /** Since the last run before it that saw one of its businesses. */
  readonly changes: Changes
  /** The last 14 runs up to it, the oldest first. */
  readonly trend: ReadonlyArray<TrendPoint>
  readonly rootCauses: ReadonlyArray<RootCause>
}

/** Puts together what is known of a run. */
export class RunRecords extends Effect.Service<RunRecords>()("chatlint/RunRecords", {
  dependencies: [Findings.Default, RunChanges.Default, RunHistory.Default, RootCauses.Default],
  effect: Effect.gen(function* () {
    const findings = yield* Findings
    const runChanges = yield* RunChanges
    const history = yield* RunHistory
    const rootCauses = yield* RootCauses

    /** The record of all businesses of a finished run, or of those of them that are named, as if there were no others. */
    const of = (
      finished: FinishedRun,
      only: ReadonlyArray<BusinessId> = finished.businesses.map(({ businessId }) => businessId)
    ): Effect.Effect<RunRecord, StoreError> =>
      Effect.gen(function* () {
        const businesses = finished.businesses.filter(({ businessId }) => only.includes(businessId))
        const ids = businesses.map(({ businessId }) => businessId)
        const { id } = finished.run
        const since = yield* history.previous(id, ids)
        return {
          ...finished,
          businesses,
          complete: businesses.every(
            ({ coverage, failure }) => coverage.notScanned.length === 0 && failure === undefined
          ),
          findings: findings.reported(id, ids),
          counts: yield* findings.counts(id, ids),
          changes: yield* runChanges.between(since, id, ids),
          trend: yield* history.trend(id, ids),
          rootCauses: yield* rootCauses.of(id, ids)
        }
      })

    /** The last finished run, or the one that is named (see RunHistory.named); none where no run has finished yet. */
    const find = (given: Option.Option<string>) =>
      Effect.gen(function* () {
        const run = yield* Option.match(given, {
          onNone: () => history.last,
          onSome: (id) => Effect.map(history.named(id), Option.some)
        })
        return yield* Effect.transposeMapOption(run, (found) =>
          Effect.flatMap(history.seenBy(found), (seen) => of(seen))
        )
      })

    return { of, find }
  })
}) {}
