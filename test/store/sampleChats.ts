import { Effect, Option, Stream } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { Chat, ChatContext, ChatId } from "../../src/domain/Chat.ts"
import { MessageId } from "../../src/domain/Message.ts"
import { RuleId } from "../../src/domain/Rule.ts"
import {
  type ChatFinding,
  type ChatOutcome,
  ChatProgress,
  type PendingChat,
  type ReadChat
} from "../../src/store/ChatProgress.ts"

export const businessId = BusinessId.make("1001")

export const rules = "sha256:today"

/** A chat as listed. */
export const listedChat = (id: number, updatedAt: number | null = id * 1000, orderId: string | null = null): Chat =>
  new Chat({
    id: ChatId.make(String(id)),
    context: new ChatContext({
      type: "ORDER",
      orderId: Option.fromNullable(orderId),
      customerName: Option.some("Анна")
    }),
    updatedAt: Option.fromNullable(updatedAt)
  })

export const finding = (id: string, messageId = "5"): ChatFinding => ({
  id,
  rule: RuleId.make("phone-number"),
  severity: "error",
  confidence: 0.98,
  spans: [{ messageId: MessageId.make(messageId), start: 3, end: 19 }],
  match: "+7926•••••42",
  excerpt: "звоните ██████",
  writtenAt: Option.some(1_780_000_000_000),
  wording: `words of ${id}`
})

/** The outcome of reading a chat up to message `last`. */
export const readTo = (last: number, isSettled = true): ReadChat => ({
  kind: "read",
  cursor: Option.some({
    lastMessageId: MessageId.make(String(last)),
    contextMessageId: Option.some(MessageId.make(String(Math.max(1, last - 10)))),
    judged: new Set([`digest of ${last}`])
  }),
  oldestMessageId: Option.some(MessageId.make("1")),
  partnerMessageIds: new Set(Array.from({ length: last }, (_, index) => MessageId.make(String(index + 1)))),
  isSettled,
  messages: 4,
  partnerMessages: 2,
  unknownSenders: 1
})

export const notRead: ChatOutcome = { kind: "not-read", reason: "ChatNotFound", message: "it is not there" }

/** The chats that a run still has to read. */
export const pendingIn = (runId: string, everything = false) =>
  Effect.flatMap(ChatProgress, (progress) =>
    Effect.map(Stream.runCollect(progress.pending(runId, businessId, everything)), (chats) => [...chats])
  )

/** Saves the result of reading a chat. */
export const commit = (
  runId: string,
  chat: PendingChat,
  outcome: ChatOutcome,
  findings: ReadonlyArray<ChatFinding> = [],
  ruleSet = rules
) =>
  Effect.flatMap(ChatProgress, (progress) =>
    progress.commit({
      runId,
      businessId,
      ruleSet,
      chat,
      findings,
      outcome,
      requests: { list: 0, history: 1, retries: 0 }
    })
  )
