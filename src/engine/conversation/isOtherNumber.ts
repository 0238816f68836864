import type { Conversation } from "../Conversation.ts"
import { defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { detectCards } from "../message/detectCards.ts"
import { detectPhones } from "../message/detectPhones.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"

/** A longer message speaks of its numbers itself. */
const fewWords = 4

/** A longer message of the buyer asks for more than one thing. In UTF-16 units. */
const longestQuestion = 60

/** So many messages of the shop may stand between the question and the number: "Да, секунду". */
const mostBefore = 2

/**
 * Whether a number that a message of the shop consists of is none to dial or to pay to after all, because the buyer asked for another one:
 * "Дайте трек", "89741236552". It is judged with the buyer's question before it. `position` is that of the message in `shop`.
 */
export const isOtherNumber = (
  { rule: id, kind, normalized, spans }: Violation,
  ruleSet: RuleSet,
  conversation: Conversation,
  shop: ReadonlyArray<ShopMessage>,
  position: number
): boolean => {
  const message = shop[position]
  if ((kind !== "phone" && kind !== "card") || spans.length !== 1 || message === undefined) return false
  if (message.judgement.phrases.text.tokens.length > fewWords) return false
  const rule = ruleSet.rules.find((one) => one.id === id)
  const question = questionBefore(shop, position)
  const asked = question === undefined ? "" : (conversation.messages[question]?.text ?? "")
  if (rule === undefined || question === undefined || asked.length > longestQuestion) return false
  const joined = new JoinedText()
  joined.add(question, asked, { start: 0, end: asked.length }, "")
  joined.add(message.index, message.text, { start: 0, end: message.text.length }, barrier)
  const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
  return [
    ...detectPhones(rule, ruleSet, reading, conversation),
    ...detectCards(rule, ruleSet, reading, conversation)
  ].some((one) => one.kind === kind && one.normalized === normalized && one.confidence < leastConfidence)
}

/** The index of what the buyer said last before a message of the shop, if not much was said since. */
const questionBefore = (shop: ReadonlyArray<ShopMessage>, position: number): number | undefined => {
  const message = shop[position]
  for (let before = position; before >= Math.max(0, position - mostBefore); before--) {
    const earlier = shop[before]
    if (earlier === undefined || message === undefined || !isNear(earlier, message)) return undefined
    const question = earlier.answers.at(-1)
    if (question !== undefined) return question
  }
  return undefined
}
