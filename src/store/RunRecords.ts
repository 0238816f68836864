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
  /** Mails of which it became known after the run before it, and before this one ended, that their readers will not get them. */
  readonly undeliveredMails: ReadonlyArray<UndeliveredMail>
}

/** Puts together what is known of a run. */
export class RunRecords extends Effect.Service<RunRecords>()("chatlint/RunRecords", {
  dependencies: [Findings.Default, RunChanges.Default, RunHistory.Default, RootCauses.Default, Outbox.Default],
  effect: Effect.gen(function* () {
    const findings = yield* Findings
    const runChanges = yield* RunChanges
    const history = yield* RunHistory
    const rootCauses = yield* RootCauses
    const outbox = yield* Outbox

    /**
     * The record of all businesses of a finished run, or of those of them that are named, as if there were no others.
     *
     * @param shownAddress how addresses of mails are shown: masked, unless told.
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
     * The last finished run, or the one that is named (see RunHistory.named); none where no run has finished yet.
     *
     * @param only the businesses that the record is to be about, of which the last run need not have seen any; all where
     *   none is named.
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
