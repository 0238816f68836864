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

/** How far a chat has been read. */
export interface Cursor {
  /** The newest message read: max(messageId), whatever order messages arrived in. */
  readonly lastMessageId: MessageId
  /**
   * The message from which the next run reads again, for context before the cursor. None if the chat's first message is
   * within the context: the marketplace may leave out the message that a request starts from.
   */
  readonly contextMessageId: Option.Option<MessageId>
  /**
   * Keyed digests of the messages that the next run reads again, which show for each whether it was judged in its
   * current form.
   */
  readonly judged: ReadonlySet<string>
}

/** A chat that this run has to read. */
export interface PendingChat {
  readonly chatId: ChatId
  readonly context: string
  readonly orderId: string | null
  /** Milliseconds since the epoch; none if the marketplace gave no date. */
  readonly updatedAt: Option.Option<number>
  /** None if the chat is to be read from its beginning. */
  readonly cursor: Option.Option<Cursor>
  /** Digest of the rules and settings that judged the messages up to the cursor; none if none were judged. */
  readonly ruleSet: Option.Option<string>
}

/** A finding as reading a chat produces it; its status depends on the runs that reported it. */
export type ChatFinding = Omit<
  Finding,
  "status" | "businessId" | "chatId" | "orderId" | "context" | "at" | "acknowledgement"
> & {
  /** Milliseconds since the epoch. */
  readonly writtenAt: Option.Option<number>
  /** A keyed digest of the surrounding text, equal wherever the same template was sent. */
  readonly wording: string
}

/** The state of a chat that was read to its end. */
export interface ReadChat {
  readonly kind: "read"
  /** None for a chat without messages. */
  readonly cursor: Option.Option<Cursor>
  /** The oldest message read; none if the chat returned no messages. */
  readonly oldestMessageId: Option.Option<MessageId>
  /** The shop's messages, if the chat was read from its beginning; otherwise empty. */
  readonly partnerMessageIds: ReadonlySet<MessageId>
  /** Whether no further message can have the same date (in whole seconds) as the chat's last one. */
  readonly isSettled: boolean
  readonly messages: number
  readonly partnerMessages: number
  readonly unknownSenders: number
}

/** The outcome of reading a chat: read to its end, or stopped by an error. */
export type ChatOutcome = ReadChat | { readonly kind: "not-read"; readonly reason: string; readonly message: string }

/** Keeps one statement within SQLite's limit on bound values. */
const rowsAtOnce = 50
const chatsAtOnce = 200

/** The known chats and how far each has been read. */
export class ChatProgress extends Effect.Service<ChatProgress>()("chatlint/ChatProgress", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database

    /** Records that the marketplace lists these chats. */
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

    /** A chat without a date is read once in every run. */
    const unread = (runId: string, everything: boolean) =>
      everything
        ? sql`(full_run IS NULL OR full_run <> ${runId})`
        : sql`CASE WHEN updated_at IS NULL THEN scanned_run IS NULL OR scanned_run <> ${runId}
                   ELSE read_updated_at IS NULL OR read_updated_at <> updated_at END`

    /** A total order, so that each page starts exactly after the previous one. */
    const behind = (after: Option.Option<PendingChat>) =>
      Option.match(after, {
        onNone: () => sql`1 = 1`,
        onSome: ({ chatId, updatedAt }) => {
          const at = Option.getOrElse(updatedAt, () => 0)
          return sql`(COALESCE(updated_at, 0) < ${at} OR (COALESCE(updated_at, 0) = ${at} AND chat_id > ${chatId}))`
        }
      })

    /**
     * The chats that this run still has to read, most recently updated first.
     *
     * @param everything whether to include chats without new messages and to read all chats from their beginning.
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
     * Whether the list lacks a chat that the previous run listed. It may be gone, or it may have moved to a page
     * already read while the list was being paged through.
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

    /** A chat to be read on from its cursor; none if no list has named it yet. */
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
        // The rules that judged the whole chat: messages before the cursor were judged by the rules of their time.
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
     * Withdraws findings of a chat that was read from its beginning, before those of this reading are saved. A finding
     * whose messages were all returned is withdrawn because the rules no longer report it or, if the rules are the
     * same, because the message was edited. One in a message older than the oldest returned is out of the marketplace's
     * window. If a message is missing otherwise, it was deleted: its finding remains, since the message had been sent.
     */
    const withdrawFindings = (
      runId: string,
      businessId: BusinessId,
      chat: PendingChat,
      ruleSet: string,
      outcome: ChatOutcome
    ) =>
      Effect.gen(function* () {
        // An empty answer says nothing about messages read earlier.
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

    /** Makes a predicate for findings in messages that an earlier reading judged with other rules. */
    const judgedBefore = (businessId: BusinessId, { chatId }: PendingChat, ruleSet: string) =>
      Effect.gen(function* () {
        const rows = yield* sql`SELECT rule_set, last_message_id FROM chats
          WHERE business_id = ${businessId} AND chat_id = ${chatId} AND rule_set <> ${ruleSet}`
        const [before] = yield* decodeRows(JudgedRow)(rows)
        const last = before?.last_message_id ?? null
        return ({ spans }: ChatFinding): boolean =>
          last !== null && spans.every(({ messageId }) => compareMessageIds(messageId, last) <= 0)
      })

    /** Saves the result of reading a chat (findings, cursor and request counts) in one transaction. */
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
