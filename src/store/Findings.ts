import { Clock, Effect, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Finding } from "../domain/Finding.ts"
import type { FindingCount } from "../domain/FindingCount.ts"
import { Database, decodeRows } from "./Database.ts"
import { FindingCountRow, FindingRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"
import { standingFindings } from "./standingFindings.ts"

/** The findings of this run and earlier ones. */
export class Findings extends Effect.Service<Findings>()("chatlint/Findings", {
  effect: Effect.gen(function* () {
    const { sql, run, stream } = yield* Database
    const { source, standing, status, columns } = standingFindings(sql)

    /**
     * Streams the findings that a run reports, ordered by business, status (new, repeated, acknowledged), chat, time
     * and rule. A stream, so that a report does not hold them all in memory. Acknowledgements are those in force now,
     * even for an earlier run.
     */
    const reported = (runId: string, businessIds: ReadonlyArray<BusinessId>): Stream.Stream<Finding, StoreError> =>
      businessIds.length === 0
        ? Stream.empty
        : Stream.unwrap(
            Effect.map(Clock.currentTimeMillis, (now) =>
              Stream.map(
                stream(
                  sql`SELECT ${columns}, ${status(runId)} AS status FROM ${source(now)}
                    WHERE ${standing(runId, businessIds)}
                    ORDER BY findings.business_id,
                      CASE ${status(runId)} WHEN 'new' THEN 0 WHEN 'repeated' THEN 1 ELSE 2 END,
                      length(findings.chat_id), findings.chat_id, written_at, rule, findings.finding_id`.stream,
                  FindingRow
                ),
                findingOf
              )
            )
          )

    /** The numbers of findings that the run reports, by rule, severity and status. */
    const counts = (
      runId: string,
      businessIds: ReadonlyArray<BusinessId>
    ): Effect.Effect<ReadonlyArray<FindingCount>, StoreError> =>
      businessIds.length === 0
        ? Effect.succeed([])
        : run(
            Effect.gen(function* () {
              const now = yield* Clock.currentTimeMillis
              const rows = yield* sql`SELECT rule, severity, status, count(*) AS findings FROM (
                  SELECT rule, severity, ${status(runId)} AS status FROM ${source(now)}
                  WHERE ${standing(runId, businessIds)}
                ) AS reported GROUP BY rule, severity, status ORDER BY rule, severity, status`
              return yield* decodeRows(FindingCountRow)(rows)
            })
          )

    return { reported, counts }
  })
}) {}

/** Formats an instant as ISO 8601 in UTC. */
export const isoOf = (at: number | null): string | null =>
  Option.getOrNull(Option.map(Option.fromNullable(at), (instant) => new Date(instant).toISOString()))

/** Converts a row to a finding. */
export const findingOf = (row: typeof FindingRow.Type): Finding => ({
  id: row.finding_id,
  rule: row.rule,
  severity: row.severity,
  confidence: row.confidence,
  status: row.status,
  businessId: row.business_id,
  chatId: row.chat_id,
  orderId: row.order_id,
  context: row.context,
  at: isoOf(row.written_at),
  spans: row.spans,
  match: row.masked_match,
  excerpt: row.masked_excerpt,
  ...(row.ack_reason === null || row.ack_until === null
    ? {}
    : { acknowledgement: { reason: row.ack_reason, until: new Date(row.ack_until).toISOString() } })
})
