import type { SqlError } from "@effect/sql/SqlError"
import { Array as Arrays, Chunk, Effect, Option, Stream } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import type { Chat, ChatId } from "../domain/Chat.ts"
import type { Requests } from "../domain/Coverage.ts"
import type { Finding } from "../domain/Finding.ts"
import { compareMessageIds, type MessageId } from "../domain/Message.ts"
import { Database, decodeRows } from "./Database.ts"
import { keepWithdrawals } from "./keepWithdrawals.ts"
import { JudgedFindingRow, JudgedRow, PendingRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"

/** Where a chat was read to. */
export interface Cursor {
  /** The newest message that was read: max(messageId), whatever the order in which messages came. */
  readonly lastMessageId: MessageId
  /**
   * The message from which on a later run reads again, so that what began before the cursor is still seen whole; none where that is the chat's
   * first one, for a marketplace may leave out the message that it is asked from.
   */
  readonly contextMessageId: Option.Option<MessageId>
  /** Keyed digests of the messages that a later run reads again, each as it was judged: so what was not judged is told by message. */
  readonly judged: ReadonlySet<string>
}

/** A chat that has to be read in this run. */
export interface PendingChat {
  readonly chatId: ChatId
  readonly context: string
  readonly orderId: string | null
  /** Milliseconds since the epoch; none when the marketplace did not tell. */
  readonly updatedAt: Option.Option<number>
  /** None for a chat that is to be read from its beginning. */
  readonly cursor: Option.Option<Cursor>
  /** A digest of the rules and settings by which the messages up to the cursor were judged; none for a chat that never was. */
  readonly ruleSet: Option.Option<string>
}

/** A finding as a chat's reading made it; its status follows from the runs that saw it. */
export type ChatFinding = Omit<
  Finding,
  "status" | "businessId" | "chatId" | "orderId" | "context" | "at" | "acknowledgement"
> & {
  /** Milliseconds since the epoch. */
  readonly writtenAt: Option.Option<number>
  /** A keyed digest of the words that it stands in, the same wherever a template was sent. */
  readonly wording: string
}

/** How a chat stands that was read to its end. */
export interface ReadChat {
  readonly kind: "read"
  /** None for a chat without a message. */
  readonly cursor: Option.Option<Cursor>
  /** The oldest message that was read; none where none came. */
  readonly oldestMessageId: Option.Option<MessageId>
  /** The shop's messages that came, of a chat that was read from its beginning; empty of any other. */
  readonly partnerMessageIds: ReadonlySet<MessageId>
  /** Whether no message can be added any more within the second that the chat's date names. */
  readonly isSettled: boolean
  readonly messages: number
  readonly partnerMessages: number
  readonly unknownSenders: number
}

/** How the reading of a chat ended: at the chat's end, or at an error. */
export type ChatOutcome = ReadChat | { readonly kind: "not-read"; readonly reason: string; readonly message: string }

/** Pieces small enough for SQLite's limit on values in one statement. */
const rowsAtOnce = 50
const chatsAtOnce = 200

/** Which chats there are, and where each was read to. */
export class ChatProgress extends Effect.Service<ChatProgress>()("chatlint/ChatProgress", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database

    /** Notes that the marketplace's list names these chats. */
    const listed = (
      runId: string,
      businessId: BusinessId,
      chats: ReadonlyArray<Chat>
    ): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.forEach(
          Arrays.chunksOf(chats, rowsAtOnce),
          (part) =>
            sql`INSERT INTO chats ${sql.insert(
              part.map(({ id, context, updatedAt }) => ({
                business_id: businessId,
                chat_id: id,
                context: context.type,
                order_id: Option.getOrNull(context.orderId),
                updated_at: Option.getOrNull(updatedAt),
                listed_run: runId
              }))
            )} ON CONFLICT (business_id, chat_id) DO UPDATE SET
              context = excluded.context,
              order_id = COALESCE(excluded.order_id, chats.order_id),
              updated_at = excluded.updated_at,
              listed_run = excluded.listed_run`,
          { discard: true }
        )
      )

    /** A chat whose date is unknown is read in every run, once. */
    const unread = (runId: string, everything: boolean) =>
      everything
        ? sql`(full_run IS NULL OR full_run <> ${runId})`
        : sql`CASE WHEN updated_at IS NULL THEN scanned_run IS NULL OR scanned_run <> ${runId}
                   ELSE read_updated_at IS NULL OR read_updated_at <> updated_at END`

    /** Total, so that each piece begins exactly behind the last one. */
    const behind = (after: Option.Option<PendingChat>) =>
      Option.match(after, {
        onNone: () => sql`1 = 1`,
        onSome: ({ chatId, updatedAt }) => {
          const at = Option.getOrElse(updatedAt, () => 0)
          return sql`(COALESCE(updated_at, 0) < ${at} OR (COALESCE(updated_at, 0) = ${at} AND chat_id > ${chatId}))`
        }
      })

    /**
     * The chats that this run has still to read, those with the newest messages first.
     *
     * @param everything also chats without a new message, and all of them from their beginning.
     */
    const pending = (
      runId: string,
      businessId: BusinessId,
      everything: boolean
    ): Stream.Stream<PendingChat, StoreError> =>
      Stream.paginateChunkEffect(Option.none<PendingChat>(), (after) =>
        Effect.map(
          run(
            Effect.flatMap(
              sql`SELECT chat_id, context, order_id, updated_at, last_message_id, context_message_id, judged, rule_set FROM chats
                  WHERE business_id = ${businessId} AND listed_run = ${runId}
                    AND ${unread(runId, everything)} AND ${behind(after)}
                  ORDER BY COALESCE(updated_at, 0) DESC, chat_id LIMIT ${chatsAtOnce}`,
              decodeRows(PendingRow)
            )
          ),
          (rows) => {
            const chats = rows.map((row) => pendingChatOf(row, everything))
            const last = chats.length < chatsAtOnce ? Option.none() : Arrays.last(chats)
            return [Chunk.unsafeFromArray(chats), Option.map(last, Option.some)] as const
          }
        )
      )

    const pendingCount = (
      runId: string,
      businessId: BusinessId,
      everything: boolean
    ): Effect.Effect<number, StoreError> =>
      run(
        Effect.map(
          sql<{ chats: number }>`SELECT count(*) AS chats FROM chats
            WHERE business_id = ${businessId} AND listed_run = ${runId} AND ${unread(runId, everything)}`,
          (rows) => Number(rows[0]?.chats ?? 0)
        )
      )

    /**
     * Whether the list lacks a chat that the last run before this one listed: it may be gone, or it moved past our eyes from
     * one page to another while they were read.
     */
    const lacksChats = (runId: string, businessId: BusinessId): Effect.Effect<boolean, StoreError> =>
      run(
        Effect.map(
          sql`SELECT 1 FROM chats WHERE business_id = ${businessId} AND listed_run <> ${runId} AND listed_run = (
              SELECT runs.run_id FROM runs JOIN run_businesses ON run_businesses.run_id = runs.run_id
              WHERE business_id = ${businessId} AND finished_at IS NOT NULL AND runs.run_id <> ${runId}
              ORDER BY run_number DESC LIMIT 1
            ) LIMIT 1`,
          (rows) => rows.length > 0
        )
      )

    /** A chat as it stands, to be read from its cursor on; none when no list has named it yet. */
    const find = (businessId: BusinessId, chatId: ChatId): Effect.Effect<Option.Option<PendingChat>, StoreError> =>
      run(
        Effect.map(
          Effect.flatMap(
            sql`SELECT chat_id, context, order_id, updated_at, last_message_id, context_message_id, judged, rule_set FROM chats
              WHERE business_id = ${businessId} AND chat_id = ${chatId}`,
            decodeRows(PendingRow)
          ),
          ([row]) => Option.map(Option.fromNullable(row), (known) => pendingChatOf(known, false))
        )
      )

    const saveFindings = (
      runId: string,
      businessId: BusinessId,
      chat: PendingChat,
      ruleSet: string,
      findings: ReadonlyArray<ChatFinding>,
      isKnown: (finding: ChatFinding) => boolean
    ) =>
      Effect.forEach(
        Arrays.chunksOf(findings, rowsAtOnce),
        (part) =>
          Effect.zipRight(
            keepWithdrawals(
              sql,
              runId,
              sql.in(
                "finding_id",
                part.map(({ id }) => id)
              )
            ),
            sql`INSERT INTO findings ${sql.insert(
              part.map((finding) => ({
                finding_id: finding.id,
                business_id: businessId,
                chat_id: chat.chatId,
                rule: finding.rule,
                severity: finding.severity,
                confidence: finding.confidence,
                context: chat.context,
                order_id: chat.orderId,
                written_at: Option.getOrNull(finding.writtenAt),
                spans: JSON.stringify(finding.spans),
                message_id: finding.spans[0].messageId,
                wording: finding.wording,
                by_changed_rules: isKnown(finding) ? 1 : 0,
                masked_match: finding.match,
                masked_excerpt: finding.excerpt,
                rule_set: ruleSet,
                last_run: runId
              }))
            )} ON CONFLICT (finding_id) DO UPDATE SET
            severity = excluded.severity,
            confidence = excluded.confidence,
            spans = excluded.spans,
            masked_match = excluded.masked_match,
            masked_excerpt = excluded.masked_excerpt,
            message_id = excluded.message_id,
            wording = excluded.wording,
            rule_set = excluded.rule_set,
            last_run = excluded.last_run,
            withdrawn_run = NULL,
            withdrawn_reason = NULL`
          ),
        { discard: true }
      )

    const saveOutcome = (
      runId: string,
      businessId: BusinessId,
      chat: PendingChat,
      ruleSet: string,
      outcome: ChatOutcome
    ): Effect.Effect<void, SqlError> =>
      Effect.gen(function* () {
        const key = sql`business_id = ${businessId} AND chat_id = ${chat.chatId}`
        if (outcome.kind === "not-read") {
          yield* sql`INSERT INTO not_scanned ${sql.insert({
            run_id: runId,
            business_id: businessId,
            chat_id: chat.chatId,
            reason: outcome.reason,
            message: outcome.message
          })} ON CONFLICT DO NOTHING`
          yield* sql`UPDATE chats SET scanned_run = NULL WHERE ${key}`
          return
        }
        const isWhole = Option.isNone(chat.cursor)
        const before = (column: string) =>
          isWhole ? sql`0` : sql`CASE WHEN scanned_run = ${runId} THEN ${sql(column)} ELSE 0 END`
        // The rules that judged the whole of it: messages before the cursor were judged by those of that time.
        yield* sql`UPDATE chats SET
            read_updated_at = ${outcome.isSettled ? Option.getOrNull(chat.updatedAt) : null},
            last_message_id = ${Option.getOrNull(Option.map(outcome.cursor, (cursor) => cursor.lastMessageId))},
            context_message_id = ${Option.getOrNull(Option.flatMap(outcome.cursor, (cursor) => cursor.contextMessageId))},
            judged = ${Option.getOrNull(Option.map(outcome.cursor, ({ judged }) => JSON.stringify([...judged])))},
            rule_set = ${isWhole ? ruleSet : sql`rule_set`},
            full_run = ${isWhole ? runId : sql`full_run`},
            messages = ${before("messages")} + ${outcome.messages},
            partner_messages = ${before("partner_messages")} + ${outcome.partnerMessages},
            unknown_senders = ${before("unknown_senders")} + ${outcome.unknownSenders},
            scanned_run = ${runId}
          WHERE ${key}`
      })

    /**
     * A finding of a chat that was read from its beginning is withdrawn where its messages came and it is not among those of
     * this reading, which are then saved: the rules of today let it pass or, where the same rules had found it, the message
     * has other words by now. Of a message older than the oldest that came nothing is known. Any other one that did not come
     * was deleted, and what was sent stays sent.
     */
    const withdrawFindings = (
      runId: string,
      businessId: BusinessId,
      chat: PendingChat,
      ruleSet: string,
      outcome: ChatOutcome
    ) =>
      Effect.gen(function* () {
        // An empty answer tells nothing of what was read before.
        if (outcome.kind !== "read" || Option.isSome(chat.cursor) || Option.isNone(outcome.oldestMessageId)) return
        const oldest = outcome.oldestMessageId.value
        const rows = yield* sql`SELECT finding_id, spans, rule_set FROM findings
          WHERE business_id = ${businessId} AND chat_id = ${chat.chatId} AND withdrawn_run IS NULL`
        const standing = yield* decodeRows(JudgedFindingRow)(rows)
        const reasonOf = ({ spans, rule_set }: typeof JudgedFindingRow.Type) => {
          if (compareMessageIds(spans[0].messageId, oldest) < 0) return "older"
          if (!spans.every(({ messageId }) => outcome.partnerMessageIds.has(messageId))) return "none"
          return rule_set === ruleSet ? "words" : "rules"
        }
        for (const [reason, findings] of Object.entries(Arrays.groupBy(standing, reasonOf))) {
          if (reason === "none") continue
          for (const part of Arrays.chunksOf(findings, rowsAtOnce)) {
            const ids = part.map(({ finding_id }) => finding_id)
            yield* sql`UPDATE findings SET withdrawn_run = ${runId}, withdrawn_reason = ${reason}
              WHERE ${sql.in("finding_id", ids)}`
          }
        }
      })

    /** Tells which findings stand in messages that an earlier reading had judged by other rules. */
    const judgedBefore = (businessId: BusinessId, { chatId }: PendingChat, ruleSet: string) =>
      Effect.gen(function* () {
        const rows = yield* sql`SELECT rule_set, last_message_id FROM chats
          WHERE business_id = ${businessId} AND chat_id = ${chatId} AND rule_set <> ${ruleSet}`
        const [before] = yield* decodeRows(JudgedRow)(rows)
        const last = before?.last_message_id ?? null
        return ({ spans }: ChatFinding): boolean =>
          last !== null && spans.every(({ messageId }) => compareMessageIds(messageId, last) <= 0)
      })

    /** Keeps what one chat brought: findings, cursor and the requests made so far, all of it or nothing. */
    const commit = (result: {
      readonly runId: string
      readonly businessId: BusinessId
      readonly ruleSet: string
      readonly chat: PendingChat
      readonly findings: ReadonlyArray<ChatFinding>
      readonly outcome: ChatOutcome
      readonly requests: Requests
    }): Effect.Effect<void, StoreError> => {
      const { runId, businessId, ruleSet, chat, findings, outcome, requests } = result
      return transaction(
        Effect.gen(function* () {
          yield* withdrawFindings(runId, businessId, chat, ruleSet, outcome)
          if (findings.length > 0) {
            const isKnown = yield* judgedBefore(businessId, chat, ruleSet)
            yield* saveFindings(runId, businessId, chat, ruleSet, findings, isKnown)
          }
          yield* saveOutcome(runId, businessId, chat, ruleSet, outcome)
          yield* addRequests(runId, businessId, requests)
        })
      )
    }

    const addRequests = (runId: string, businessId: BusinessId, requests: Requests): Effect.Effect<unknown, SqlError> =>
      sql`UPDATE run_businesses SET
            list_requests = list_requests + ${requests.list},
            history_requests = history_requests + ${requests.history},
            retried_requests = retried_requests + ${requests.retries}
          WHERE run_id = ${runId} AND business_id = ${businessId}`

    return {
      listed,
      pending,
      pendingCount,
      lacksChats,
      find,
      commit,
      /** Adds requests that belong to no chat. */
      countRequests: (runId: string, businessId: BusinessId, requests: Requests): Effect.Effect<void, StoreError> =>
        Effect.asVoid(run(addRequests(runId, businessId, requests)))
    }
  })
}) {}

const pendingChatOf = (row: typeof PendingRow.Type, everything: boolean): PendingChat => ({
  chatId: row.chat_id,
  context: row.context,
  orderId: row.order_id,
  updatedAt: Option.fromNullable(row.updated_at),
  ruleSet: Option.fromNullable(row.rule_set),
  cursor:
    everything || row.last_message_id === null
      ? Option.none()
      : Option.some({
          lastMessageId: row.last_message_id,
          contextMessageId: Option.fromNullable(row.context_message_id),
          judged: new Set(row.judged)
        })
})
