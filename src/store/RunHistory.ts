import { Array as Arrays, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { isSeen } from "../domain/Coverage.ts"
import type { Run } from "../domain/Run.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import { BusinessNotSeen } from "./BusinessNotSeen.ts"
import { Database, decodeRows } from "./Database.ts"
import { idsToShow, knownId } from "./knownId.ts"
import { runCoverage } from "./RunCoverage.ts"
import type { FinishedRun } from "./Runs.ts"
import { BusinessIdRow, FinishedRunRow, RunIdRow, TrendRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"
import { standingFindings } from "./standingFindings.ts"
import { UnknownReference } from "./UnknownReference.ts"

/** Two weeks of nights. */
const trendLength = 14

const noFindings: Pick<TrendPoint, "byStatus" | "openBySeverity"> = {
  byStatus: { new: 0, repeated: 0, acknowledged: 0 },
  openBySeverity: { info: 0, warning: 0, error: 0 }
}

/** The runs that came to their end, read back. Their order is that in which they began, whatever the clock said. */
export class RunHistory extends Effect.Service<RunHistory>()("chatlint/RunHistory", {
  effect: Effect.gen(function* () {
    const { sql, run } = yield* Database
    const coverageOf = yield* runCoverage
    const { numberOf } = standingFindings(sql)
    const decodeRuns = decodeRows(FinishedRunRow)

    const firstRun = (rows: ReadonlyArray<typeof FinishedRunRow.Type>) => Option.map(Arrays.head(rows), runOf)

    /**
     * A business is counted when its run ends. One that an interrupted process began, and none of those that went on with
     * its run, was not seen by the run; the next one that looks at it goes on where it was left.
     */
    const isCounted = sql`run_businesses.chats_listed IS NOT NULL`

    const runsThatSaw = (businessIds: ReadonlyArray<BusinessId>) =>
      sql`finished_at IS NOT NULL AND run_id IN (SELECT run_id FROM run_businesses
        WHERE ${sql.in("business_id", businessIds)} AND ${isCounted})`

    /** The last run that came to its end, or the last of those that saw one of the businesses; none where none has. */
    const last = (businessIds: ReadonlyArray<BusinessId> = []): Effect.Effect<Option.Option<Run>, StoreError> =>
      run(
        Effect.map(
          Effect.flatMap(
            sql`SELECT * FROM runs WHERE ${businessIds.length === 0 ? sql`finished_at IS NOT NULL` : runsThatSaw(businessIds)}
              ORDER BY run_number DESC LIMIT 1`,
            decodeRuns
          ),
          firstRun
        )
      )

    /** Every business that a finished run saw, in the order of their ids. */
    const businesses: Effect.Effect<ReadonlyArray<BusinessId>, StoreError> = run(
      Effect.map(
        Effect.flatMap(
          sql`SELECT DISTINCT business_id FROM run_businesses
            WHERE ${isCounted} AND run_id IN (SELECT run_id FROM runs WHERE finished_at IS NOT NULL)
            ORDER BY length(business_id), business_id`,
          decodeRows(BusinessIdRow)
        ),
        (rows) => rows.map(({ business_id }) => business_id)
      )
    )

    /** The businesses that are meant, each once. Fails with UnknownReference where no finished run saw one of them. */
    const namedBusinesses = (
      given: ReadonlyArray<string>
    ): Effect.Effect<ReadonlyArray<BusinessId>, StoreError | UnknownReference> =>
      given.length === 0
        ? Effect.succeed([])
        : Effect.flatMap(businesses, (known) =>
            Effect.forEach(Arrays.dedupe(given), (id) =>
              Option.match(
                Arrays.findFirst(known, (one) => one === id),
                {
                  onNone: () =>
                    new UnknownReference({ kind: "business", problem: "unknown", given: id, nearest: [...known] }),
                  onSome: (businessId) => Effect.succeed(businessId)
                }
              )
            )
          )

    /** The last finished run before this one that saw one of the businesses; none where there was none. */
    const previous = (
      runId: string,
      businessIds: ReadonlyArray<BusinessId>
    ): Effect.Effect<Option.Option<Run>, StoreError> =>
      businessIds.length === 0
        ? Effect.succeedNone
        : run(
            Effect.map(
              Effect.flatMap(
                sql`SELECT * FROM runs WHERE ${runsThatSaw(businessIds)} AND run_number < ${numberOf(runId)}
                  ORDER BY run_number DESC LIMIT 1`,
                decodeRuns
              ),
              firstRun
            )
          )

    const idsBeginning = (prefix: string) =>
      run(
        Effect.map(
          Effect.flatMap(
            sql`SELECT run_id FROM runs WHERE finished_at IS NOT NULL
              AND substr(run_id, 1, ${prefix.length}) = ${prefix} ORDER BY run_number DESC LIMIT ${idsToShow}`,
            decodeRows(RunIdRow)
          ),
          (rows) => rows.map(({ run_id }) => run_id)
        )
      )

    /**
     * The finished run of that id, or the only one whose id begins so. Fails with UnknownReference where there is none
     * or where several are meant.
     */
    const named = (given: string): Effect.Effect<Run, StoreError | UnknownReference> =>
      Effect.gen(function* () {
        const id = yield* knownId("run", given, idsBeginning)
        const rows = yield* run(Effect.flatMap(sql`SELECT * FROM runs WHERE run_id = ${id}`, decodeRuns))
        // The row was there a moment ago, and nothing deletes runs.
        return yield* Effect.orDie(firstRun(rows))
      })

    const businessesOf = ({ id }: Run) =>
      Effect.map(
        Effect.flatMap(
          sql`SELECT business_id FROM run_businesses WHERE run_id = ${id} AND ${isCounted}
            ORDER BY length(business_id), business_id`,
          decodeRows(BusinessIdRow)
        ),
        (rows) => rows.map(({ business_id }) => business_id)
      )

    /**
     * What a finished run saw, as it was told at its end; the businesses in the order of their ids.
     *
     * @param only those of its businesses that are asked about; all unless told.
     */
    const seenBy = (finished: Run, only?: ReadonlyArray<BusinessId>): Effect.Effect<FinishedRun, StoreError> =>
      run(
        Effect.gen(function* () {
          const ids = (yield* businessesOf(finished)).filter((id) => only === undefined || only.includes(id))
          const seen = yield* Effect.forEach(ids, (id) => coverageOf(finished.id, id))
          const businesses = seen.map(({ coverage }) => coverage)
          return {
            run: finished,
            complete: businesses.every(isSeen),
            businesses,
            chatsJudgedByOlderRules: seen.reduce((sum, { olderRules }) => sum + olderRules, 0)
          }
        })
      )

    /**
     * What a finished run saw of these businesses, or of all that it saw where none is named. Fails with BusinessNotSeen
     * where it did not look at one of them.
     */
    const seenAmong = (
      finished: Run,
      businessIds: ReadonlyArray<BusinessId>
    ): Effect.Effect<ReadonlyArray<BusinessId>, StoreError | BusinessNotSeen> =>
      Effect.gen(function* () {
        const seen = yield* run(businessesOf(finished))
        const [unseen] = businessIds.filter((id) => !seen.includes(id))
        if (unseen !== undefined) {
          return yield* new BusinessNotSeen({ businessId: unseen, runId: finished.id, seen })
        }
        return businessIds.length === 0 ? seen : businessIds
      })

    /** The runs that did not see all of the businesses: a chat of one was not read, or its list broke off. */
    const incompleteRuns = (runIds: ReadonlyArray<string>, businessIds: ReadonlyArray<BusinessId>) =>
      Effect.map(
        Effect.flatMap(
          sql`SELECT run_id FROM run_businesses
              WHERE ${sql.in("run_id", runIds)} AND ${sql.in("business_id", businessIds)} AND failure_reason IS NOT NULL
            UNION SELECT run_id FROM not_scanned
              WHERE ${sql.in("run_id", runIds)} AND ${sql.in("business_id", businessIds)}`,
          decodeRows(RunIdRow)
        ),
        (rows) => new Set(rows.map(({ run_id }) => run_id))
      )

    /** What the last 14 runs up to this one found in the businesses, the oldest first. Runs that saw none are left out. */
    const trend = (
      runId: string,
      businessIds: ReadonlyArray<BusinessId>
    ): Effect.Effect<ReadonlyArray<TrendPoint>, StoreError> =>
      businessIds.length === 0
        ? Effect.succeed([])
        : run(
            Effect.gen(function* () {
              const newestFirst = yield* decodeRuns(
                yield* sql`SELECT * FROM runs WHERE ${runsThatSaw(businessIds)} AND run_number <= ${numberOf(runId)}
                  ORDER BY run_number DESC LIMIT ${trendLength}`
              )
              const rows = newestFirst.toReversed()
              if (rows.length === 0) return []
              const runIds = rows.map(({ run_id }) => run_id)
              const counts = yield* decodeRows(TrendRow)(
                yield* sql`SELECT run_id, severity, status, sum(findings) AS findings FROM run_findings
                  WHERE ${sql.in("business_id", businessIds)} AND ${sql.in("run_id", runIds)}
                  GROUP BY run_id, severity, status`
              )
              const incomplete = yield* incompleteRuns(runIds, businessIds)
              return rows.map(
                (row): TrendPoint => ({
                  runId: row.run_id,
                  finishedAt: runOf(row).finishedAt,
                  complete: !incomplete.has(row.run_id),
                  ...counts.filter(({ run_id }) => run_id === row.run_id).reduce(withCount, noFindings)
                })
              )
            })
          )

    /** Two runs, the one that began first first. */
    const inOrder = (one: Run, other: Run): Effect.Effect<readonly [Run, Run], StoreError> =>
      run(
        Effect.map(
          Effect.flatMap(
            sql`SELECT run_id FROM runs WHERE run_id IN (${one.id}, ${other.id}) ORDER BY run_number`,
            decodeRows(RunIdRow)
          ),
          ([first]) => (first?.run_id === other.id ? [other, one] : [one, other])
        )
      )

    return { last, businesses, namedBusinesses, seenAmong, previous, named, inOrder, seenBy, trend }
  })
}) {}

const runOf = (row: typeof FinishedRunRow.Type): Run => ({
  id: row.run_id,
  startedAt: new Date(row.started_at).toISOString(),
  finishedAt: new Date(row.finished_at).toISOString(),
  ruleSet: row.rule_set
})

const withCount = (
  { byStatus, openBySeverity }: typeof noFindings,
  { status, severity, findings }: typeof TrendRow.Type
): typeof noFindings => ({
  byStatus: { ...byStatus, [status]: byStatus[status] + findings },
  openBySeverity:
    status === "acknowledged" ? openBySeverity : { ...openBySeverity, [severity]: openBySeverity[severity] + findings }
})
