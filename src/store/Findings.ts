import { Effect, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Finding } from "../domain/Finding.ts"
import { Database, decodeRows } from "./Database.ts"
import { FindingRow, TallyRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"

/** How many findings of one severity and status there are. */
export type Tally = typeof TallyRow.Type

/** What was found, in this run and before. */
export class Findings extends Effect.Service<Findings>()("chatlint/Findings", {
  effect: Effect.gen(function* () {
    const { sql, run, stream } = yield* Database

    const standing = (businessIds: ReadonlyArray<BusinessId>) =>
      sql`withdrawn_run IS NULL AND ${sql.in("business_id", businessIds)}`

    const statusIn = (runId: string) =>
      sql`CASE WHEN first_run IS NULL OR first_run = ${runId} THEN 'new' ELSE 'repeated' END`

    /**
     * All findings that stand, as this run reports them: by business, new ones first, then by chat, time and rule.
     * Rows come one after the other from the database, so that a report needs no memory for all of them.
     */
    const reported = (runId: string, businessIds: ReadonlyArray<BusinessId>): Stream.Stream<Finding, StoreError> =>
      businessIds.length === 0
        ? Stream.empty
        : Stream.map(
            stream(
              sql`SELECT *, ${statusIn(runId)} AS status FROM findings WHERE ${standing(businessIds)}
                ORDER BY business_id, status, length(chat_id), chat_id, written_at, rule, finding_id`.stream,
              FindingRow
            ),
            findingOf
          )

    /** How many findings the run reports, by severity and status. */
    const tally = (
      runId: string,
      businessIds: ReadonlyArray<BusinessId>
    ): Effect.Effect<ReadonlyArray<Tally>, StoreError> =>
      businessIds.length === 0
        ? Effect.succeed([])
        : run(
            Effect.flatMap(
              sql`SELECT severity, status, count(*) AS findings FROM (
                  SELECT severity, ${statusIn(runId)} AS status FROM findings WHERE ${standing(businessIds)}
                ) AS reported GROUP BY severity, status`,
              decodeRows(TallyRow)
            )
          )

    return { reported, tally }
  })
}) {}

const findingOf = (row: typeof FindingRow.Type): Finding => ({
  id: row.finding_id,
  rule: row.rule,
  severity: row.severity,
  confidence: row.confidence,
  status: row.status,
  businessId: row.business_id,
  chatId: row.chat_id,
  orderId: row.order_id,
  context: row.context,
  at: Option.getOrNull(Option.map(Option.fromNullable(row.written_at), (at) => new Date(at).toISOString())),
  spans: row.spans,
  match: row.masked_match,
  excerpt: row.masked_excerpt
})
