import type { SqlClient } from "@effect/sql/SqlClient"
import type { BusinessId } from "../domain/Business.ts"

/** The query fragments that determine which findings a run reports, and with which status. */
export const standingFindings = (sql: SqlClient) => {
  const numberOf = (runId: string) => sql`(SELECT run_number FROM runs WHERE run_id = ${runId})`

  const runsUpTo = (runId: string) => sql`(SELECT run_id FROM runs WHERE run_number <= ${numberOf(runId)})`

  /** Whether a finding reaches the run's minimum confidence. */
  const isSureEnough = (runId: string) =>
    sql`confidence >= COALESCE((SELECT min_confidence FROM runs WHERE run_id = ${runId}), 0)`

  /** Why a finding had been withdrawn by the end of a run; NULL if it stood. */
  const goneReason = (runId: string) =>
    sql`COALESCE(
      CASE WHEN withdrawn_run IN ${runsUpTo(runId)} THEN COALESCE(withdrawn_reason, 'rules') END,
      (SELECT past.withdrawn_reason FROM past_withdrawals AS past
        WHERE past.finding_id = findings.finding_id AND past.withdrawn_run IN ${runsUpTo(runId)}
          AND past.restored_run NOT IN ${runsUpTo(runId)} LIMIT 1))`

  return {
    isSureEnough,
    goneReason,

    /** 0 precedes the first run. */
    numberOf,

    /** The findings with their acknowledgements in force at `now`. */
    source: (now: number) =>
      sql`findings LEFT JOIN acknowledgements ON acknowledgements.finding_id = findings.finding_id
        AND acknowledgements.until > ${now}`,

    /**
     * The findings that a run reports: found by it or earlier, with at least its minimum confidence, and not withdrawn
     * by then. Findings that no finished run has reported belong to the run in progress.
     */
    standing: (runId: string, businessIds: ReadonlyArray<BusinessId>) =>
      sql`${sql.in("findings.business_id", businessIds)} AND ${isSureEnough(runId)}
        AND ${goneReason(runId)} IS NULL
        AND (first_run IN ${runsUpTo(runId)}
          OR (first_run IS NULL AND (SELECT finished_at FROM runs WHERE run_id = ${runId}) IS NULL))`,

    status: (runId: string) =>
      sql`CASE WHEN acknowledgements.until IS NOT NULL THEN 'acknowledged'
        WHEN first_run IS NULL OR first_run = ${runId} THEN 'new' ELSE 'repeated' END`,

    /** All columns of FindingRow except the status. */
    columns: sql`findings.finding_id, findings.business_id, findings.chat_id, rule, severity, confidence, context, order_id,
      written_at, spans, masked_match, masked_excerpt, acknowledgements.reason AS ack_reason,
      acknowledgements.until AS ack_until`
  }
}
