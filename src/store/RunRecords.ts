import { Effect, Option, type Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Changes } from "../domain/Changes.ts"
import type { Finding } from "../domain/Finding.ts"
import type { FindingCount } from "../domain/FindingCount.ts"
import { maskedAddress } from "../domain/maskedAddress.ts"
import type { RootCause } from "../domain/RootCause.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import type { UndeliveredMail } from "../domain/UndeliveredMail.ts"
import { Findings } from "./Findings.ts"
import { Outbox } from "./Outbox.ts"
import { RootCauses } from "./RootCauses.ts"
import { RunChanges } from "./RunChanges.ts"
import { RunHistory } from "./RunHistory.ts"
import type { FinishedRun } from "./Runs.ts"
import type { StoreError } from "./StoreError.ts"

/** All data about a finished run, from which its reports are made. */
export interface RunRecord extends FinishedRun {
  /** Ordered by business, status (new, repeated, acknowledged), chat and time; see Findings.reported. */
  readonly findings: Stream.Stream<Finding, StoreError>
  readonly counts: ReadonlyArray<FindingCount>
  /** Since the previous run that covers one of its businesses. */
  readonly changes: Changes
  /** The last 14 runs up to this one, the oldest first. */
  readonly trend: ReadonlyArray<TrendPoint>
  readonly rootCauses: ReadonlyArray<RootCause>
  /** Mails that failed permanently between the end of the previous run and of this one. */
  readonly undeliveredMails: ReadonlyArray<UndeliveredMail>
}

/** Assembles the data about a run. */
export class RunRecords extends Effect.Service<RunRecords>()("chatlint/RunRecords", {
  dependencies: [Findings.Default, RunChanges.Default, RunHistory.Default, RootCauses.Default, Outbox.Default],
  effect: Effect.gen(function* () {
    const findings = yield* Findings
    const runChanges = yield* RunChanges
    const history = yield* RunHistory
    const rootCauses = yield* RootCauses
    const outbox = yield* Outbox

    /**
     * The record of a finished run, restricted to the given businesses.
     *
     * @param only the businesses to include; by default all.
     * @param shownAddress formats mail addresses; by default masks them.
     */
    const of = (
      finished: FinishedRun,
      only: ReadonlyArray<BusinessId> = finished.businesses.map(({ businessId }) => businessId),
      shownAddress: (address: string) => string = maskedAddress
    ): Effect.Effect<RunRecord, StoreError> =>
      Effect.gen(function* () {
        const isWhole = finished.businesses.every(({ businessId }) => only.includes(businessId))
        const seen = isWhole ? finished : yield* history.seenBy(finished.run, only)
        const ids = seen.businesses.map(({ businessId }) => businessId)
        const { id } = finished.run
        const since = yield* history.previous(id, ids)
        return {
          ...seen,
          findings: findings.reported(id, ids),
          counts: yield* findings.counts(id, ids),
          changes: yield* runChanges.between(since, id, ids),
          trend: yield* history.trend(id, ids),
          rootCauses: yield* rootCauses.of(id, ids),
          undeliveredMails: (yield* outbox.undelivered(
            ids,
            Option.match(since, { onNone: () => 0, onSome: (before) => Date.parse(before.finishedAt) }),
            Date.parse(finished.run.finishedAt)
          )).map((mail) => ({ ...mail, recipient: shownAddress(mail.recipient) }))
        }
      })

    /**
     * The record of the given run (see RunHistory.named) or else of the last one; none if no run has finished yet.
     *
     * @param only restricts the record, and the choice of the last run, to these businesses; empty for all.
     */
    const find = (given: Option.Option<string>, only: ReadonlyArray<BusinessId> = []) =>
      Effect.gen(function* () {
        const run = yield* Option.match(given, {
          onNone: () => history.last(only),
          onSome: (id) => Effect.map(history.named(id), Option.some)
        })
        return yield* Effect.transposeMapOption(run, (found) =>
          Effect.gen(function* () {
            const ids = yield* history.seenAmong(found, only)
            return yield* of(yield* history.seenBy(found, ids), ids)
          })
        )
      })

    return { of, find }
  })
}) {}
