import type { SqlClient } from "@effect/sql/SqlClient"
import type { BusinessId } from "../domain/Business.ts"

/** Pieces of queries that tell which findings a run reports and as what, the same for every query that asks. */
export const standingFindings = (sql: SqlClient) => {
  const numberOf = (runId: string) => sql`(SELECT run_number FROM runs WHERE run_id = ${runId})`

  const runsUpTo = (runId: string) => sql`(SELECT run_id FROM runs WHERE run_number <= ${numberOf(runId)})`

  /** Whether a finding is as sure as a run wants it. */
  const isSureEnough = (runId: string) =>
    sql`confidence >= COALESCE((SELECT min_confidence FROM runs WHERE run_id = ${runId}), 0)`

  return {
    isSureEnough,

    /** 0 stands for the time before the first run. */
    numberOf,

    /** The findings, each with what was acknowledged of it and still holds at the instant. */
    source: (now: number) =>
      sql`findings LEFT JOIN acknowledgements ON acknowledgements.finding_id = findings.finding_id
        AND acknowledgements.until > ${now}`,

    /**
     * Those that a run reports: found by it or before, as sure as it wants them, and not withdrawn until then. What no finished run has reported
     * yet belongs to the one that is under way.
     */
    standing: (runId: string, businessIds: ReadonlyArray<BusinessId>) =>
      sql`${sql.in("findings.business_id", businessIds)} AND ${isSureEnough(runId)}
        AND (withdrawn_run IS NULL OR withdrawn_run NOT IN ${runsUpTo(runId)})
        AND (first_run IN ${runsUpTo(runId)}
          OR (first_run IS NULL AND (SELECT finished_at FROM runs WHERE run_id = ${runId}) IS NULL))`,

    status: (runId: string) =>
      sql`CASE WHEN acknowledgements.until IS NOT NULL THEN 'acknowledged'
        WHEN first_run IS NULL OR first_run = ${runId} THEN 'new' ELSE 'repeated' END`,

    /** All that a FindingRow needs beside its status. */
    columns: sql`findings.finding_id, findings.business_id, findings.chat_id, rule, severity, confidence, context, order_id,
      written_at, spans, masked_match, masked_excerpt, acknowledgements.reason AS ack_reason,
      acknowledgements.until AS ack_until`
  }
}
