import type { Statement } from "@effect/sql/Statement"
import { Clock, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { ChatId } from "../domain/Chat.ts"
import { Database, decodeRows } from "./Database.ts"
import { CountRow, DueRow, QueuedChatRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"

/** A chat waiting to be scanned. */
export interface QueuedChat {
  readonly businessId: BusinessId
  readonly chatId: ChatId
  /** How many notifications have arrived, which shows whether another one arrived during a scan. */
  readonly notifications: number
  /** How many attempts to read the chat have failed. */
  readonly attempts: number
}

/**
 * The maximum length of the queue, for one business and for all. Further notifications are refused and should be sent
 * again later. The limit per business leaves room for the others.
 */
export const longestQueue = { ofBusiness: 10_000, ofAll: 100_000 }

/**
 * The chats named by notifications. A chat is queued once, however many notifications arrive, and remains queued across
 * restarts until it was read after the last of them.
 */
export class ChatQueue extends Effect.Service<ChatQueue>()("chatlint/ChatQueue", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database

    const of = ({ businessId, chatId }: Pick<QueuedChat, "businessId" | "chatId">) =>
      sql`business_id = ${businessId} AND chat_id = ${chatId}`

    const countIn = (rows: Statement<object>) =>
      Effect.map(Effect.flatMap(rows, decodeRows(CountRow)), ([row]) => row?.chats ?? 0)

    const count = countIn(sql`SELECT count(*) AS chats FROM queued_chats`)

    const isFull = (businessId: BusinessId) =>
      Effect.gen(function* () {
        const own = yield* countIn(sql`SELECT count(*) AS chats FROM queued_chats WHERE business_id = ${businessId}`)
        return own >= longestQueue.ofBusiness || (yield* count) >= longestQueue.ofAll
      })

    /** Queues a chat. Returns false if the queue, or the business's share of it, is full. */
    const add = (businessId: BusinessId, chatId: ChatId): Effect.Effect<boolean, StoreError> =>
      transaction(
        Effect.gen(function* () {
          // A chat whose reading failed keeps its due time.
          const known = yield* sql`UPDATE queued_chats SET notifications = notifications + 1
            WHERE ${of({ businessId, chatId })} RETURNING chat_id`
          if (known.length > 0) return true
          if (yield* isFull(businessId)) return false
          yield* sql`INSERT INTO queued_chats ${sql.insert({
            business_id: businessId,
            chat_id: chatId,
            notifications: 1,
            attempts: 0,
            due_at: yield* Clock.currentTimeMillis
          })}`
          return true
        })
      )

    /** The due chat that has waited longest. */
    const next: Effect.Effect<Option.Option<QueuedChat>, StoreError> = run(
      Effect.gen(function* () {
        const now = yield* Clock.currentTimeMillis
        const rows = yield* sql`SELECT business_id, chat_id, notifications, attempts FROM queued_chats
          WHERE due_at <= ${now} ORDER BY due_at LIMIT 1`
        const [row] = yield* decodeRows(QueuedChatRow)(rows)
        return Option.map(Option.fromNullable(row), ({ business_id, chat_id, notifications, attempts }) => ({
          businessId: business_id,
          chatId: chat_id,
          notifications,
          attempts
        }))
      })
    )

    /** When the next chat is due, in milliseconds since the epoch; none if the queue is empty. */
    const nextDueAt: Effect.Effect<Option.Option<number>, StoreError> = run(
      Effect.flatMap(sql`SELECT min(due_at) AS due_at FROM queued_chats`, decodeRows(DueRow)).pipe(
        Effect.map(([row]) => Option.fromNullable(row?.due_at))
      )
    )

    /** Removes a chat that was read, unless another notification arrived meanwhile. */
    const done = (chat: QueuedChat): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.gen(function* () {
          yield* sql`DELETE FROM queued_chats WHERE ${of(chat)} AND notifications = ${chat.notifications}`
          yield* sql`UPDATE queued_chats SET attempts = 0, due_at = ${yield* Clock.currentTimeMillis} WHERE ${of(chat)}`
        })
      )

    /** Schedules another attempt at a chat that could not be read, at `dueAt` in milliseconds since the epoch. */
    const postpone = (chat: QueuedChat, dueAt: number): Effect.Effect<void, StoreError> =>
      Effect.asVoid(run(sql`UPDATE queued_chats SET attempts = attempts + 1, due_at = ${dueAt} WHERE ${of(chat)}`))

    return { add, next, nextDueAt, done, postpone, size: run(count) }
  })
}) {}
