import { Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import { compareMessageIds, type Message, type MessageId } from "../domain/Message.ts"
import type { AllowList } from "../engine/AllowList.ts"
import { type Conversation, conversationWindow } from "../engine/Conversation.ts"
import { judgeConversation } from "../engine/judgeConversation.ts"
import { excerpt } from "../engine/masking/excerpt.ts"
import { maskMatch, revealMatch } from "../engine/masking/maskMatch.ts"
import { wordingOf } from "../engine/masking/wordingOf.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { Violation } from "../engine/Violation.ts"
import type { HistoryPiece } from "../market/MarketClient.ts"
import type { ChatFinding, ChatOutcome, Cursor, PendingChat } from "../store/ChatProgress.ts"
import { ConversationSegments } from "./ConversationSegments.ts"
import { findingId } from "./findingId.ts"
import { NewestMessages } from "./NewestMessages.ts"
import { wordingDigest } from "./wordingDigest.ts"

/** Takes the unmasked match and surroundings of a finding, where a person asked to see them. */
export type Reveal = (findingId: string, match: string, excerpt: string) => void

/** What a chat is judged by. */
export interface Judge {
  readonly ruleSet: RuleSet
  /** The country of the shop, in which numbers without a country code are read. */
  readonly region: string
  /** The key of the findings' ids, in hexadecimal. */
  readonly identityKey: string
  readonly reveal: Option.Option<Reveal>
  /** Findings less sure than this are left out: from 0 to 1. */
  readonly minConfidence: number
  /** What the shop has settled to let pass, for all its businesses and for this one. */
  readonly allowListsOf: (businessId: BusinessId) => ReadonlyArray<AllowList>
}

/**
 * One chat while it is read: takes its pages as they come, judges, and keeps what the chat's end needs. Holds at most
 * one segment of messages.
 */
export class ChatReading {
  readonly #judge: Judge
  readonly #businessId: BusinessId
  readonly #chat: PendingChat
  readonly #segments = new ConversationSegments(2 * conversationWindow)
  readonly #newest = new NewestMessages(conversationWindow + 1)
  readonly #findings = new Map<string, ChatFinding>()
  #orderId: string | null
  #customerName: string | undefined
  #oldest: MessageId | undefined
  #messages = 0
  #partnerMessages = 0
  #unknownSenders = 0

  constructor(judge: Judge, businessId: BusinessId, chat: PendingChat) {
    this.#judge = judge
    this.#businessId = businessId
    this.#chat = chat
    this.#orderId = chat.orderId
  }

  /** Takes one page. */
  add({ messages, context }: HistoryPiece): void {
    this.#orderId ??= Option.getOrNull(context.orderId)
    this.#customerName ??= Option.getOrUndefined(context.customerName)
    for (const message of messages) this.#count(message)
    this.#judgeSegment(this.#segments.add(messages))
  }

  /** What was found, once all pages were added or the last one that could be read. */
  findings(): ReadonlyArray<ChatFinding> {
    this.#judgeSegment(this.#segments.end())
    return [...this.#findings.values()]
  }

  /** How a chat that was read to its end stands. */
  outcome(isSettled: boolean): ChatOutcome {
    return {
      kind: "read",
      cursor: this.#cursor(),
      oldestMessageId: Option.fromNullable(this.#oldest),
      isSettled,
      messages: this.#messages,
      partnerMessages: this.#partnerMessages,
      unknownSenders: this.#unknownSenders
    }
  }

  /**
   * The cursor never moves back. Its context does not shrink where few messages came: a marketplace that leaves out the
   * message asked for would take one more of them away in every run.
   */
  #cursor(): Option.Option<Cursor> {
    const { newest, oldest, isFull } = this.#newest
    if (newest === undefined || oldest === undefined) return this.#chat.cursor
    return Option.some(
      Option.match(this.#chat.cursor, {
        onNone: () => ({ lastMessageId: newest, contextMessageId: oldest }),
        onSome: ({ lastMessageId, contextMessageId }) => ({
          lastMessageId: compareMessageIds(newest, lastMessageId) > 0 ? newest : lastMessageId,
          contextMessageId: isFull ? oldest : contextMessageId
        })
      })
    )
  }

  /** Counts a message, unless it was counted when the chat was last read and comes again for its context. */
  #count({ id, sender }: Message): void {
    this.#newest.add(id)
    if (this.#oldest === undefined || compareMessageIds(id, this.#oldest) < 0) this.#oldest = id
    const { cursor } = this.#chat
    if (Option.isSome(cursor) && compareMessageIds(id, cursor.value.lastMessageId) <= 0) return
    this.#messages += 1
    if (sender === "PARTNER") this.#partnerMessages += 1
    if (sender === "UNKNOWN") this.#unknownSenders += 1
  }

  #judgeSegment(segment: Option.Option<ReadonlyArray<Message>>): void {
    if (Option.isNone(segment)) return
    const messages = segment.value
    const conversation: Conversation = {
      messages: messages.map(({ sender, text, at, files }) => ({ sender, text, at: Option.getOrUndefined(at), files })),
      region: this.#judge.region,
      knownNumbers: new Set([this.#chat.chatId, this.#businessId, ...(this.#orderId === null ? [] : [this.#orderId])]),
      customerName: this.#customerName
    }
    const { ruleSet, minConfidence, allowListsOf } = this.#judge
    const settled = { minConfidence, allowLists: allowListsOf(this.#businessId) }
    for (const violation of judgeConversation(ruleSet, conversation, settled)) {
      this.#keep(violation, conversation, messages)
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
