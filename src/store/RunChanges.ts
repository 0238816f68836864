import { Clock, Effect, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { type ChangedFinding, type ChangeKind, type Changes, changeKinds } from "../domain/Changes.ts"
import type { FindingStatus } from "../domain/Finding.ts"
import type { Run } from "../domain/Run.ts"
import { Database, decodeRows } from "./Database.ts"
import { findingOf } from "./Findings.ts"
import { ChangeCountRow, ChangedFindingRow, NumberRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"
import { standingFindings } from "./standingFindings.ts"

/** A finding's status relative to the earlier run, which need not be the previous one. */
const statusOf = {
  new: "new",
  "found-by-changed-rules": "new",
  repeated: "repeated",
  acknowledged: "acknowledged",
  "no-longer-in-window": "repeated",
  "cleared-by-changed-rules": "repeated"
} as const satisfies Record<ChangeKind, FindingStatus>

/** Compares two runs. Without an earlier run, every current finding is new. */
export class RunChanges extends Effect.Service<RunChanges>()("chatlint/RunChanges", {
  effect: Effect.gen(function* () {
    const { sql, run, stream } = yield* Database
    const { source, standing, status, columns, numberOf, isSureEnough, goneReason } = standingFindings(sql)

    const runsBetween = (since: Option.Option<Run>, runId: string) =>
      sql`(SELECT run_id FROM runs WHERE run_number <= ${numberOf(runId)}
        AND run_number > ${Option.match(since, { onNone: () => sql`0`, onSome: ({ id }) => numberOf(id) })})`

    /** The kind of change of each finding that stands in either run. */
    const kind = (since: Option.Option<Run>, runId: string) =>
      sql`CASE
        WHEN ${goneReason(runId)} IS NOT NULL
          THEN CASE ${goneReason(runId)} WHEN 'rules' THEN 'cleared-by-changed-rules' ELSE 'no-longer-in-window' END
        WHEN acknowledgements.until IS NOT NULL THEN 'acknowledged'
        WHEN first_run IS NOT NULL AND first_run NOT IN ${runsBetween(since, runId)} THEN 'repeated'
        WHEN by_changed_rules = 1 THEN 'found-by-changed-rules'
        ELSE 'new' END`

    /**
     * Findings that stood in the earlier run but not in the later one. Those that appeared and vanished between are
     * omitted.
     */
    const gone = (since: Run, runId: string, businessIds: ReadonlyArray<BusinessId>) =>
      sql`${sql.in("findings.business_id", businessIds)} AND ${isSureEnough(since.id)}
        AND ${goneReason(runId)} IS NOT NULL AND ${goneReason(since.id)} IS NULL
        AND first_run IN (SELECT run_id FROM runs WHERE run_number <= ${numberOf(since.id)})`

    const either = (since: Option.Option<Run>, runId: string, businessIds: ReadonlyArray<BusinessId>) =>
      Option.match(since, {
        onNone: () => sql`(${standing(runId, businessIds)})`,
        onSome: (earlier) => sql`((${standing(runId, businessIds)}) OR (${gone(earlier, runId, businessIds)}))`
      })

    /** The numbers of changes. */
    const between = (
      since: Option.Option<Run>,
      runId: string,
      businessIds: ReadonlyArray<BusinessId>
    ): Effect.Effect<Changes, StoreError> =>
      run(
        Effect.gen(function* () {
          const now = yield* Clock.currentTimeMillis
          const rows =
            businessIds.length === 0
              ? []
              : yield* decodeRows(ChangeCountRow)(
                  yield* sql`SELECT change_kind, count(*) AS findings FROM (
                    SELECT ${kind(since, runId)} AS change_kind FROM ${source(now)}
                    WHERE ${either(since, runId, businessIds)}
                  ) AS changed GROUP BY change_kind`
                )
          const [unread] =
            businessIds.length === 0
              ? []
              : yield* decodeRows(NumberRow)(
                  yield* sql`SELECT count(*) AS number FROM not_scanned
                    WHERE run_id = ${runId} AND ${sql.in("business_id", businessIds)}`
                )
          const count = (wanted: ChangeKind) => rows.find(({ change_kind }) => change_kind === wanted)?.findings ?? 0
          return {
            since: Option.getOrNull(Option.map(since, ({ id, finishedAt }) => ({ runId: id, finishedAt }))),
            new: count("new") + count("found-by-changed-rules"),
            foundByChangedRules: count("found-by-changed-rules"),
            repeated: count("repeated"),
            acknowledged: count("acknowledged"),
            noLongerInWindow: count("no-longer-in-window"),
            clearedByChangedRules: count("cleared-by-changed-rules"),
            chatsNotScanned: unread?.number ?? 0
          }
        })
      )

    const kindsToPlaces = changeKinds.map((change, place) => sql`WHEN ${change} THEN ${place}`)

    /** The position of a kind of change in `changeKinds`. */
    const placeOfKind = sql`CASE change_kind ${sql.join(" ", false)(kindsToPlaces)} END`

    /** Streams the changed findings, grouped by kind in the order of `changeKinds`. */
    const list = (
      since: Option.Option<Run>,
      runId: string,
      businessIds: ReadonlyArray<BusinessId>
    ): Stream.Stream<ChangedFinding, StoreError> =>
      businessIds.length === 0
        ? Stream.empty
        : Stream.unwrap(
            Effect.map(Clock.currentTimeMillis, (now) =>
              Stream.map(
                stream(
                  sql`SELECT * FROM (
                    SELECT ${columns}, ${status(runId)} AS status, ${kind(since, runId)} AS change_kind
                    FROM ${source(now)} WHERE ${either(since, runId, businessIds)}
                  ) AS changed
                  ORDER BY ${placeOfKind},
                    business_id, length(chat_id), chat_id, written_at, rule, finding_id`.stream,
                  ChangedFindingRow
                ),
                (row): ChangedFinding => ({
                  change: row.change_kind,
                  finding: { ...findingOf(row), status: statusOf[row.change_kind] }
                })
              )
            )
          )

    return { between, list }
  })
}) {}
