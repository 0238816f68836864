import { Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { ChatContext } from "../domain/Chat.ts"
import { compareMessageIds, type Message, type MessageId } from "../domain/Message.ts"
import { type Conversation, conversationWindow } from "../engine/Conversation.ts"
import { judgeConversation } from "../engine/judgeConversation.ts"
import { excerpt } from "../engine/masking/excerpt.ts"
import { maskMatch, revealMatch } from "../engine/masking/maskMatch.ts"
import { wordingOf } from "../engine/masking/wordingOf.ts"
import type { Violation } from "../engine/Violation.ts"
import type { HistoryPiece } from "../market/MarketClient.ts"
import type { ChatFinding, Cursor, PendingChat, ReadChat } from "../store/ChatProgress.ts"
import type { BusinessJudging } from "./businessJudging.ts"
import { ConversationSegments } from "./ConversationSegments.ts"
import { findingId } from "./findingId.ts"
import type { Judge } from "./Judge.ts"
import { messageDigest } from "./messageDigest.ts"
import { NewestMessages } from "./NewestMessages.ts"
import { wordingDigest } from "./wordingDigest.ts"

/** A chat's date is that of its last message, but the marketplace may round the two differently. In milliseconds. */
const rounding = 2_000

/** One more than the context needs: the marketplace may leave out the message that a request starts from. */
const messagesReadAgain = conversationWindow + 2

/** Twice what is read again, so that messages which one answer omits are still known when they return. */
const digestsKept = 2 * messagesReadAgain

/**
 * Reads one chat: takes its pages as they arrive, judges them, and keeps what the end of the chat needs. Holds at most
 * one segment of messages.
 */
export class ChatReading {
  readonly #judge: Judge
  readonly #judgedBy: string
  readonly #businessId: BusinessId
  readonly #chat: PendingChat
  readonly #segments = new ConversationSegments(2 * conversationWindow)
  readonly #newest = new NewestMessages(messagesReadAgain)
  readonly #findings = new Map<string, ChatFinding>()
  #context: ChatContext
  #orderId: string | null
  #customerName: string | undefined
  #oldest: MessageId | undefined
  #newestAt = Option.none<number>()
  /** Messages that are read again for context and that an earlier run judged in their current form. */
  readonly #known = new Set<MessageId>()
  /** The messages of the last segment, some of which the next one may share. */
  #judged: ReadonlySet<MessageId> = new Set()
  readonly #partnerMessageIds = new Set<MessageId>()
  #messages = 0
  #partnerMessages = 0
  #unknownSenders = 0

  /** @param listedName the buyer's name from the list of chats, which the history may lack. */
  constructor(
    { judge, businessId, digest }: BusinessJudging,
    chat: PendingChat,
    listedName: string | undefined = undefined
  ) {
    this.#judge = judge
    this.#judgedBy = digest
    this.#businessId = businessId
    this.#chat = chat
    this.#context = new ChatContext({ type: chat.context, orderId: Option.none(), customerName: Option.none() })
    this.#orderId = chat.orderId
    this.#customerName = listedName
  }

  /** Takes one page. */
  add({ messages, unreadable, context }: HistoryPiece): void {
    this.#context = context
    this.#orderId ??= Option.getOrNull(context.orderId)
    this.#customerName = Option.getOrElse(context.customerName, () => this.#customerName)
    for (const message of messages) this.#count(message)
    // The sender of an unreadable entry is unknown, and it is not judged.
    this.#messages += unreadable
    this.#unknownSenders += unreadable
    this.#judgeSegment(this.#segments.add(messages))
  }

  /** What the chat is about, according to its last page. */
  get context(): ChatContext {
    return this.#context
  }

  /** The findings, once all readable pages were added. */
  findings(): ReadonlyArray<ChatFinding> {
    this.#judgeSegment(this.#segments.end())
    return [...this.#findings.values()]
  }

  /** The outcome for a chat that was read to its end. */
  outcome({ isSettled }: Pick<ReadChat, "isSettled">): ReadChat {
    return {
      kind: "read",
      cursor: this.#cursor(),
      oldestMessageId: Option.fromNullable(this.#oldest),
      partnerMessageIds: this.#partnerMessageIds,
      isSettled,
      messages: this.#messages,
      partnerMessages: this.#partnerMessages,
      unknownSenders: this.#unknownSenders
    }
  }

  /** Whether messages up to a date (milliseconds since the epoch) were read, as far as messages have dates. */
  reaches(date: number): boolean {
    return (
      this.#oldest !== undefined &&
      Option.match(this.#newestAt, { onNone: () => true, onSome: (at) => at + rounding >= date })
    )
  }

  /**
   * The cursor never moves back. Its context does not shrink if few messages were returned: a marketplace that leaves
   * out the message that a request starts from would take away one more of them in every run.
   */
  #cursor(): Option.Option<Cursor> {
    const { newest, oldest, isFull } = this.#newest
    if (newest === undefined || oldest === undefined) return this.#chat.cursor
    const judged = this.#newest.all.map((message) => messageDigest(this.#judge.identityKey, message))
    return Option.some(
      Option.match(this.#chat.cursor, {
        onNone: () => ({
          lastMessageId: newest,
          contextMessageId: isFull ? Option.some(oldest) : Option.none(),
          judged: new Set(judged)
        }),
        onSome: (before) => ({
          lastMessageId: compareMessageIds(newest, before.lastMessageId) > 0 ? newest : before.lastMessageId,
          contextMessageId: isFull ? Option.some(oldest) : before.contextMessageId,
          judged: new Set([...new Set([...judged, ...before.judged])].slice(0, digestsKept))
        })
      })
    )
  }

  /** Counts a message, unless it was counted by the last reading and is read again for context. */
  #count(message: Message): void {
    const { id, sender, at } = message
    this.#newest.add(message)
    if (Option.isSome(at))
      this.#newestAt = Option.some(
        Math.max(
          at.value,
          Option.getOrElse(this.#newestAt, () => at.value)
        )
      )
    if (this.#oldest === undefined || compareMessageIds(id, this.#oldest) < 0) this.#oldest = id
    if (this.#isKnown(message)) {
      this.#known.add(id)
      return
    }
    this.#messages += 1
    if (sender === "PARTNER") this.#partnerMessages += 1
    if (sender === "PARTNER" && Option.isNone(this.#chat.cursor)) this.#partnerMessageIds.add(id)
    if (sender === "UNKNOWN") this.#unknownSenders += 1
  }

  #judgeSegment(segment: Option.Option<ReadonlyArray<Message>>): void {
    if (Option.isNone(segment)) return
    const messages = segment.value
    const known = messages.filter(({ id }) => this.#wasJudged(id))
    this.#judged = new Set(messages.map(({ id }) => id))
    const conversation = this.#conversationOf(messages)
    const knownIds = new Set(known.map(({ id }) => id))
    const isKnown = ({ spans }: Violation) =>
      spans.every(({ message }) => messages[message] !== undefined && knownIds.has(messages[message].id))
    const violations = this.#judgeMessages(conversation)
    // Findings within known messages were made with all their context, of which the beginning is cut off here. Only
    // those that the new messages caused are kept.
    const without = violations.some(isKnown) ? this.#judgeMessages(this.#conversationOf(known)) : []
    const before = new Set(without.map((violation) => factsOf(violation, known)))
    const isRepeated = (violation: Violation) => before.has(factsOf(violation, messages))
    for (const violation of violations) {
      if (!isKnown(violation) || !isRepeated(violation)) this.#keep(violation, conversation, messages)
    }
  }

  /**
   * Whether an earlier run read the message in its current form. Its id is not enough: messages may appear late,
   * between ones already read, or be edited.
   */
  #isKnown(message: Message): boolean {
    const { cursor } = this.#chat
    return Option.exists(
      cursor,
      ({ judged }) => judged.size > 0 && judged.has(messageDigest(this.#judge.identityKey, message))
    )
  }

  /** Whether the same rules and settings have judged a message, in an earlier run or in the previous segment. */
  #wasJudged(id: MessageId): boolean {
    if (this.#judged.has(id)) return true
    return this.#known.has(id) && Option.exists(this.#chat.ruleSet, (digest) => digest === this.#judgedBy)
  }

  #judgeMessages(conversation: Conversation): ReadonlyArray<Violation> {
    const { ruleSet, allowListsOf } = this.#judge
    return judgeConversation(ruleSet, conversation, { minConfidence: 0, allowLists: allowListsOf(this.#businessId) })
  }

  #conversationOf(messages: ReadonlyArray<Message>): Conversation {
    return {
      messages: messages.map(({ sender, text, at, files }) => ({ sender, text, at: Option.getOrUndefined(at), files })),
      region: this.#judge.region,
      knownNumbers: new Set([this.#chat.chatId, this.#businessId, ...(this.#orderId === null ? [] : [this.#orderId])]),
      customerName: this.#customerName
    }
  }

  #keep(violation: Violation, conversation: Conversation, messages: ReadonlyArray<Message>): void {
    const [first, ...rest] = violation.spans.flatMap(({ message, start, end }) => {
      const messageId = messages[message]?.id
      return messageId === undefined ? [] : [{ messageId, start, end }]
    })
    if (first === undefined) return
    const { rule, severity, confidence, normalized } = violation
    const id = findingId(this.#judge.identityKey, {
      rule,
      businessId: this.#businessId,
      chatId: this.#chat.chatId,
      messageId: first.messageId,
      normalized
    })
    this.#findings.set(id, {
      id,
      rule,
      severity,
      confidence,
      spans: [first, ...rest],
      match: maskMatch(violation, conversation),
      excerpt: excerpt(violation, conversation, { reveal: false }),
      wording: wordingDigest(this.#judge.identityKey, wordingOf(violation, conversation)),
      writtenAt: Option.flatMap(Option.fromNullable(messages[violation.spans[0].message]), ({ at }) => at)
    })
    if (Option.isSome(this.#judge.reveal)) {
      this.#judge.reveal.value(
        id,
        revealMatch(violation, conversation),
        excerpt(violation, conversation, { reveal: true })
      )
    }
  }
}

/**
 * Everything that is saved of a violation. A known message may have several by one rule, and a new message may extend
 * one or raise its confidence.
 */
const factsOf = (
  { rule, kind, normalized, confidence, spans }: Violation,
  messages: ReadonlyArray<Message>
): string => {
  const places = spans.map(({ message, start, end }) => [messages[message]?.id, start, end])
  return JSON.stringify([rule, kind, normalized, confidence, places])
}
