import { defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { detectNumbers } from "../message/detectNumbers.ts"
import { readMessage } from "../message/MessageReading.ts"
import { numberCuesOf } from "../rule/numberCuesOf.ts"
import type { Violation } from "../Violation.ts"
import { confirmsOther } from "./askedFigures.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import { isNear, lastQuestion, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** A longer message identifies its numbers itself, unless it starts with one: "89741236552 вводите в корзине". */
const fewWords = 4
const fewWordsBehind = 10

/** A longer message of the buyer asks about several things. In UTF-16 units. */
const longestQuestion = 60

/** The maximum number of messages of the shop between the question and the number: "Да, секунду". */
const mostBefore = 2

/** At this confidence, it is a phone number regardless of the buyer's guess. */
const unmistakable = 0.95

/** The maximum number of messages since the buyer gave the number. */
const farthestGiven = 6

/**
 * Whether a number in a message of the shop is not a phone or card number in context: the buyer asked for another kind
 * ("Дайте трек", "89741236552"); the shop confirms the buyer's guess ("это артикул?", "да, он"); or the shop repeats a
 * number that the buyer gave as something else ("SN 79261840035", "проверила: 79261840035"). It is judged with the
 * message before it.
 */
export const isOtherNumber = ({ rule: id, kind, normalized, confidence, spans }: Violation, talk: Talk): boolean => {
  const { ruleSet, conversation, shop, positions } = talk
  const position = positions.get(spans[0].message) ?? -1
  const message = shop[position]
  if ((kind !== "phone" && kind !== "card") || spans.length !== 1 || message === undefined) return false
  const rule = ruleSet.rules.find((one) => one.id === id)
  if (rule === undefined) return false
  /** The confidence of the number in message `index` after message `before`; undefined if it is not found there. */
  const sureness = (before: number, index: number): number | undefined => {
    const joined = new JoinedText()
    for (const one of [before, index]) {
      const text = conversation.messages[one]?.text ?? ""
      joined.add(one, text, { start: 0, end: text.length }, barrier)
    }
    const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
    return detectNumbers(rule, ruleSet, reading, conversation).find(
      (one) => one.kind === kind && one.normalized === normalized
    )?.confidence
  }
  const isShort = (index: number): boolean => (conversation.messages[index]?.text.length ?? 0) <= longestQuestion
  const question = questionBefore(shop, position)
  const { tokens } = message.judgement.phrases.text
  const isFirst = spans[0].start <= message.text.length - message.text.trimStart().length
  const isAnswer = tokens.length <= (isFirst ? fewWordsBehind : fewWords) && question !== undefined
  if (isAnswer && isShort(question) && (sureness(question, message.index) ?? 1) < leastConfidence) return true
  const cues = numberCuesOf(rule)
  if (cues === undefined || cues.raisedBy.match(message.judgement.phrases.text).length > 0) return false
  const next = shop[position + 1]
  const mayBeOther = kind === "card" || confidence < unmistakable
  if (mayBeOther && next !== undefined && isNear(message, next) && confirmsOther(next, cues, talk)) return true
  for (let given = message.index - 1; given >= Math.max(0, message.index - farthestGiven); given--) {
    const isBuyers = conversation.messages[given]?.sender === "CUSTOMER"
    if (!isBuyers || !isShort(given) || !/\d{4}/.test(conversation.messages[given]?.text ?? "")) continue
    const sure = sureness(given - 1, given)
    if (sure !== undefined) return sure < leastConfidence
  }
  return false
}

/** The index of the buyer's last message before a message of the shop, if little was said since. */
const questionBefore = (shop: ReadonlyArray<ShopMessage>, position: number): number | undefined => {
  const message = shop[position]
  for (let before = position; before >= Math.max(0, position - mostBefore); before--) {
    const earlier = shop[before]
    if (earlier === undefined || message === undefined || !isNear(earlier, message)) return undefined
    const question = lastQuestion(earlier)
    if (question !== undefined) return question
  }
  return undefined
}
