import type { SqlClient } from "@effect/sql/SqlClient"
import type { SqlError } from "@effect/sql/SqlError"
import type { Fragment } from "@effect/sql/Statement"
import type { Effect } from "effect"
import { outsideOfRuns } from "./outsideOfRuns.ts"

/**
 * Records the withdrawals of findings that are about to be restored, so that runs in between report the same as before.
 * Withdrawals within the same run or between runs are omitted, since no run has reported them.
 *
 * @param which a condition on rows of `findings`.
 */
export const keepWithdrawals = (sql: SqlClient, runId: string, which: Fragment): Effect.Effect<unknown, SqlError> =>
  sql`INSERT INTO past_withdrawals (finding_id, withdrawn_run, withdrawn_reason, restored_run)
    SELECT finding_id, withdrawn_run, COALESCE(withdrawn_reason, 'rules'), ${runId} FROM findings
    WHERE ${which} AND withdrawn_run IS NOT NULL AND withdrawn_run NOT IN (${runId}, ${outsideOfRuns})
    ON CONFLICT DO NOTHING`
