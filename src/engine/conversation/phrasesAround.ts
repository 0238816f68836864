import { Array as Arrays } from "effect"
import { rangeOfMatch } from "../../detect/phrase/rangeOfMatch.ts"
import type { Sender } from "../../domain/Message.ts"
import type { TextRange } from "../../text/FoldedText.ts"
import { originalRange } from "../../text/FoldedText.ts"
import { type Conversation, conversationWindow, defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { joinedMatches, remainingMatches } from "../message/detectPhrases.ts"
import { readMessage } from "../message/MessageReading.ts"
import { readPhrases } from "../message/PhraseReading.ts"
import type { Violation } from "../Violation.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import { phraseViolation } from "./phraseViolation.ts"
import { isNear, lastQuestion, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The length of the context before and after, in UTF-16 units. */
const context = 200

/**
 * The matches of phrases with a contact in pieces and the words around it: "Сюда:", "2202", "2068" …,
 * "получатель Алла".
 */
export const phrasesAround = (contact: Violation, talk: Talk): ReadonlyArray<Violation> => {
  const { ruleSet, conversation } = talk
  const { joined, place } = textAround(contact, talk)
  const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
  const phrases = readPhrases(ruleSet, reading)
  return ruleSet.rules.flatMap((rule, index) =>
    (phrases.found[index] ?? []).flatMap((group) => {
      if (group.confidence < leastConfidence) return []
      return joinedMatches(remainingMatches(group, phrases.text, rule)).flatMap((match): ReadonlyArray<Violation> => {
        const { start, end } = originalRange(reading.folded, rangeOfMatch(phrases.text.tokens, match))
        if (start >= place.end || end <= place.start) return []
        // The buyer's words are context and are not reported.
        const spans = joined
          .spansOf({ start, end })
          .filter(({ message }) => sender(conversation, message) === "PARTNER")
        if (!Arrays.isNonEmptyReadonlyArray(spans) || spans.length < 2) return []
        return [phraseViolation(rule, group.confidence, spans)]
      })
    })
  )
}

const textAround = (
  contact: Violation,
  { conversation, shop, positions }: Talk
): { readonly joined: JoinedText; readonly place: TextRange } => {
  const joined = new JoinedText()
  const position = positions.get(contact.spans[0].message) ?? 0
  const holders = shop
    .slice(position, position + conversationWindow + 1)
    .filter(({ index }) => index <= (contact.spans.at(-1)?.message ?? 0))
  const opening = holders[0]
  const closing = holders.at(-1)
  const previous = shop[position - 1]
  if (previous !== undefined && opening !== undefined && isNear(previous, opening)) {
    addQuestion(joined, conversation, previous)
    const { length } = previous.text
    joined.add(previous.index, previous.text, { start: Math.max(0, length - context), end: length }, "\n")
  }
  if (opening !== undefined) addQuestion(joined, conversation, opening)
  let start: number | undefined
  let end = 0
  for (const span of contact.spans) {
    const text = holders.find(({ index }) => index === span.message)?.text ?? ""
    if (start === undefined) {
      joined.add(span.message, text, { start: Math.max(0, span.start - context), end: span.start }, barrier)
    }
    const place = joined.add(span.message, text, span, start === undefined ? "" : " ")
    start ??= place.start
    end = place.end
  }
  if (closing !== undefined) {
    const from = contact.spans.at(-1)?.end ?? 0
    joined.add(closing.index, closing.text, { start: from, end: Math.min(closing.text.length, from + context) }, "")
    const next = shop[position + holders.length]
    if (next !== undefined && isNear(closing, next) && next.asked.length === 0) {
      joined.add(next.index, next.text, { start: 0, end: Math.min(next.text.length, context) }, barrier)
    }
  }
  return { joined, place: { start: start ?? 0, end } }
}

const sender = ({ messages }: Conversation, index: number): Sender | undefined => messages[index]?.sender

/** Adds the buyer's last message before a message of the shop. */
const addQuestion = (joined: JoinedText, { messages }: Conversation, message: ShopMessage): void => {
  const question = lastQuestion(message)
  const asked = question === undefined ? "" : (messages[question]?.text ?? "")
  if (question === undefined) return
  joined.add(question, asked, { start: Math.max(0, asked.length - context), end: asked.length }, "\n")
}
