import { Array as Arrays, Clock, Effect } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { RootCause } from "../domain/RootCause.ts"
import { severities } from "../domain/Rule.ts"
import { Database, decodeRows } from "./Database.ts"
import { isoOf } from "./Findings.ts"
import { WordingChatRow, WordingPlaceRow, WordingRow, WordingRuleRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"
import { standingFindings } from "./standingFindings.ts"

/** A wording that occurs in fewer chats is treated as a coincidence. */
const fewestChats = 2

/** Limits of what a report shows. */
const mostCauses = 10
const mostChats = 20

/** Finds wordings that recur in several chats. */
export class RootCauses extends Effect.Service<RootCauses>()("chatlint/RootCauses", {
  effect: Effect.gen(function* () {
    const { sql, run } = yield* Database
    const { source, standing, status } = standingFindings(sql)

    /** The root causes of the run's open findings, those with the most findings first, at most ten. */
    const of = (
      runId: string,
      businessIds: ReadonlyArray<BusinessId>
    ): Effect.Effect<ReadonlyArray<RootCause>, StoreError> =>
      businessIds.length === 0
        ? Effect.succeed([])
        : run(
            Effect.gen(function* () {
              const now = yield* Clock.currentTimeMillis
              const open = sql`${source(now)} WHERE ${standing(runId, businessIds)}
                AND ${status(runId)} <> 'acknowledged'`
              const wordings = yield* decodeRows(WordingRow)(
                yield* sql`SELECT findings.business_id, wording, count(*) AS findings,
                    count(DISTINCT findings.chat_id) AS chats, min(written_at) AS first_at, max(written_at) AS last_at
                  FROM ${open} AND wording IS NOT NULL GROUP BY findings.business_id, wording
                  HAVING count(DISTINCT findings.chat_id) >= ${fewestChats}
                  ORDER BY count(*) DESC, wording LIMIT ${mostCauses}`
              )
              const causes = yield* Effect.forEach(wordings, (row) =>
                Effect.gen(function* () {
                  const same = sql`${open} AND wording = ${row.wording} AND findings.business_id = ${row.business_id}`
                  const rules = yield* decodeRows(WordingRuleRow)(
                    yield* sql`SELECT DISTINCT rule, severity FROM ${same} ORDER BY rule`
                  )
                  const chats = yield* decodeRows(WordingChatRow)(
                    yield* sql`SELECT findings.chat_id FROM ${same} GROUP BY findings.chat_id
                      ORDER BY max(COALESCE(written_at, 0)) DESC, min(findings.finding_id) LIMIT ${mostChats}`
                  )
                  const [newest] = yield* decodeRows(WordingPlaceRow)(
                    yield* sql`SELECT masked_match, masked_excerpt FROM ${same}
                      ORDER BY COALESCE(written_at, 0) DESC, findings.finding_id LIMIT 1`
                  )
                  return causeOf(row, rules, chats, newest)
                })
              )
              return causes.flat()
            })
          )

    return { of }
  })
}) {}

const causeOf = (
  row: typeof WordingRow.Type,
  rules: ReadonlyArray<typeof WordingRuleRow.Type>,
  chats: ReadonlyArray<typeof WordingChatRow.Type>,
  newest: typeof WordingPlaceRow.Type | undefined
): ReadonlyArray<RootCause> => {
  const chatIds = chats.map(({ chat_id }) => chat_id)
  const ruleIds = Arrays.dedupe(rules.map(({ rule }) => rule))
  if (newest === undefined || !Arrays.isNonEmptyReadonlyArray(chatIds) || !Arrays.isNonEmptyReadonlyArray(ruleIds)) {
    return []
  }
  return [
    {
      wording: row.wording,
      businessId: row.business_id,
      rules: ruleIds,
      severity: severities.findLast((one) => rules.some(({ severity }) => severity === one)) ?? "info",
      findings: row.findings,
      chats: row.chats,
      chatIds,
      firstAt: isoOf(row.first_at),
      lastAt: isoOf(row.last_at),
      match: newest.masked_match,
      excerpt: newest.masked_excerpt
    }
  ]
}
