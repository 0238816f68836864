import { Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { BusinessCoverage } from "../domain/Coverage.ts"
import { Database, decodeRows } from "./Database.ts"
import { NotScannedRow, RunBusinessRow } from "./rows.ts"

/** Reads a run's coverage of one business, as counted when the run ended. */
export const runCoverage = Effect.map(Database, ({ sql }) => {
  const notScannedIn = (runId: string, businessId: BusinessId) =>
    Effect.flatMap(
      sql`SELECT chat_id, reason, message FROM not_scanned
        WHERE run_id = ${runId} AND business_id = ${businessId} ORDER BY length(chat_id), chat_id`,
      decodeRows(NotScannedRow)
    )

  return (runId: string, businessId: BusinessId) =>
    Effect.gen(function* () {
      const rows = yield* sql`SELECT * FROM run_businesses WHERE run_id = ${runId} AND business_id = ${businessId}`
      const [row] = yield* decodeRows(RunBusinessRow)(rows)
      const notScanned = (yield* notScannedIn(runId, businessId)).map(({ chat_id, reason, message }) => ({
        chatId: chat_id,
        reason,
        message
      }))
      const failure = Option.all({
        reason: Option.fromNullable(row?.failure_reason),
        message: Option.fromNullable(row?.failure_message)
      })
      const coverage: BusinessCoverage = {
        businessId,
        coverage: {
          chatsListed: row?.chats_listed ?? 0,
          chatsScanned: row?.chats_scanned ?? 0,
          chatsUnchanged: row?.chats_unchanged ?? 0,
          messages: row?.messages ?? 0,
          partnerMessages: row?.partner_messages ?? 0,
          unknownSenders: row?.unknown_senders ?? 0,
          notScanned
        },
        requests: {
          list: row?.list_requests ?? 0,
          history: row?.history_requests ?? 0,
          retries: row?.retried_requests ?? 0
        },
        ...Option.match(failure, { onNone: () => ({}), onSome: (known) => ({ failure: known }) })
      }
      return { coverage, olderRules: row?.older_rules ?? 0 }
    })
})
