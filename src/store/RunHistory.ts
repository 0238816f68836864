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

/** Two weeks of nightly runs. */
const trendLength = 14

const noFindings: Pick<TrendPoint, "byStatus" | "openBySeverity"> = {
  byStatus: { new: 0, repeated: 0, acknowledged: 0 },
  openBySeverity: { info: 0, warning: 0, error: 0 }
}

/** Reads finished runs. They are ordered by when they started, independently of the clock. */
export class RunHistory extends Effect.Service<RunHistory>()("chatlint/RunHistory", {
  effect: Effect.gen(function* () {
    const { sql, run } = yield* Database
    const coverageOf = yield* runCoverage
    const { numberOf } = standingFindings(sql)
    const decodeRuns = decodeRows(FinishedRunRow)

    const firstRun = (rows: ReadonlyArray<typeof FinishedRunRow.Type>) => Option.map(Arrays.head(rows), runOf)

    /**
     * A business is counted when a run of it ends. If an interrupted process began it and no later process of the run
     * continued it, the run does not cover it; the next run that includes it continues where it stopped.
     */
    const isCounted = sql`run_businesses.chats_listed IS NOT NULL`

    const runsThatSaw = (businessIds: ReadonlyArray<BusinessId>) =>
      sql`finished_at IS NOT NULL AND run_id IN (SELECT run_id FROM run_businesses
        WHERE ${sql.in("business_id", businessIds)} AND ${isCounted})`

    /** The last finished run, or the last that covers one of the businesses; none if there is none. */
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

    /** Every business that a finished run covers, ordered by id. */
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

    /** Resolves business ids, without duplicates. Fails with UnknownReference if no finished run covers one of them. */
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

    /** The last finished run before this one that covers one of the businesses; none if there is none. */
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
     * Resolves a run id or its unique prefix to a finished run. Fails with UnknownReference if there is none or
     * several.
     */
    const named = (given: string): Effect.Effect<Run, StoreError | UnknownReference> =>
      Effect.gen(function* () {
        const id = yield* knownId("run", given, idsBeginning)
        const rows = yield* run(Effect.flatMap(sql`SELECT * FROM runs WHERE run_id = ${id}`, decodeRuns))
        // The row was just read, and runs are never deleted.
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
     * A finished run's coverage, as recorded at its end, ordered by business id.
     *
     * @param only the businesses to include; by default all of the run's.
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
     * The given businesses, or all that a finished run covers if none is given. Fails with BusinessNotSeen if the run
     * does not cover one of them.
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

    /** The runs that did not read all of the businesses: a chat could not be read, or listing chats failed. */
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

    /** The findings of the last 14 runs up to this one that cover any of the businesses, the oldest first. */
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

    /** Orders two runs by their start. */
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
