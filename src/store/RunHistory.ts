import { Array as Arrays, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Run } from "../domain/Run.ts"
import type { TrendPoint } from "../domain/TrendPoint.ts"
import { Database, decodeRows } from "./Database.ts"
import { idsToShow, knownId } from "./knownId.ts"
import { runCoverage } from "./RunCoverage.ts"
import type { FinishedRun } from "./Runs.ts"
import { BusinessIdRow, FinishedRunRow, RunIdRow, TrendRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"
import { standingFindings } from "./standingFindings.ts"
import type { UnknownReference } from "./UnknownReference.ts"

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

    /** The last run that came to its end; none where none has. */
    const last: Effect.Effect<Option.Option<Run>, StoreError> = run(
      Effect.map(
        Effect.flatMap(
          sql`SELECT * FROM runs WHERE finished_at IS NOT NULL ORDER BY run_number DESC LIMIT 1`,
          decodeRuns
        ),
        firstRun
      )
    )

    const runsThatSaw = (businessIds: ReadonlyArray<BusinessId>) =>
      sql`finished_at IS NOT NULL
        AND run_id IN (SELECT run_id FROM run_businesses WHERE ${sql.in("business_id", businessIds)})`

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

    /** What a finished run saw, as it was told at its end; the businesses in the order of their ids. */
    const seenBy = (finished: Run): Effect.Effect<FinishedRun, StoreError> =>
      run(
        Effect.gen(function* () {
          const rows = yield* sql`SELECT business_id FROM run_businesses WHERE run_id = ${finished.id}
            ORDER BY length(business_id), business_id`
          const ids = yield* decodeRows(BusinessIdRow)(rows)
          const seen = yield* Effect.forEach(ids, ({ business_id }) => coverageOf(finished.id, business_id))
          const businesses = seen.map(({ coverage }) => coverage)
          return {
            run: finished,
            complete: businesses.every(
              ({ coverage, failure }) => coverage.notScanned.length === 0 && failure === undefined
            ),
            businesses,
            chatsJudgedByOlderRules: seen.reduce((sum, { olderRules }) => sum + olderRules, 0)
          }
        })
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
              const counts = yield* decodeRows(TrendRow)(
                yield* sql`SELECT run_id, severity, status, sum(findings) AS findings FROM run_findings
                  WHERE ${sql.in("business_id", businessIds)} AND ${sql.in(
                    "run_id",
                    rows.map(({ run_id }) => run_id)
                  )} GROUP BY run_id, severity, status`
              )
              return rows.map(
                (row): TrendPoint => ({
                  runId: row.run_id,
                  finishedAt: runOf(row).finishedAt,
                  complete: row.complete === 1,
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

    return { last, previous, named, inOrder, seenBy, trend }
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
