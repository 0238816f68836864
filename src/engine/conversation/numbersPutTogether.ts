import { digitsIn } from "../../detect/number/numberPieces.ts"
import { originalRange } from "../../text/FoldedText.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { detectPhones } from "../message/detectPhones.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { JoinedText } from "./JoinedText.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"

/** So many messages of the shop before the request may hold the figures. */
const farthestFigures = 8

/** A longer message tells a story; no figures are hidden in it for others to go on. In UTF-16 units. */
const longestText = 200

/** A telephone has so many digits, with and without the first one. */
const fewestDigits = 10
const mostDigits = 11

/**
 * Telephones whose figures stand among other words of several messages, which a later message tells the reader to put together: "роз 8",
 * "тюльпанов 913", "пионов 45, флоксов 07", "хост 126", "соберите эти цифры в одну строчку". They are judged like one message that says it all.
 */
export const numbersPutTogether = (
  ruleSet: RuleSet,
  conversation: Conversation,
  shop: ReadonlyArray<ShopMessage>
): ReadonlyArray<Violation> => {
  const digits = shop.map(digitsOf)
  return shop.flatMap((request, position) => {
    const openings = openingsBefore(shop, digits, position)
    if (openings.length === 0) return []
    return ruleSet.rules.flatMap((rule) => {
      if (!asksToPutTogether(rule, request)) return []
      for (const opening of openings.toReversed()) {
        const joined = new JoinedText()
        for (const { index, text } of shop.slice(opening, position + 1)) {
          joined.add(index, text, { start: 0, end: text.length }, "\n")
        }
        const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
        for (const { kind, normalized, confidence, range } of detectPhones(rule, ruleSet, reading, conversation)) {
          const spans = joined.crossingSpansOf(originalRange(reading.folded, range))
          if (spans === undefined || confidence < leastConfidence) continue
          return [{ rule: rule.id, severity: rule.severity, confidence, kind, spans, normalized }]
        }
      }
      return []
    })
  })
}

/** One word alone is said of other things than figures too: "вместе дешевле". */
const asksToPutTogether = ({ phone }: CompiledRule, { judgement }: ShopMessage): boolean => {
  const words = phone?.assembledBy.match(judgement.phrases.text) ?? []
  return words.length > 1 || words.some(({ first, last }) => last > first)
}

const digitsOf = ({ judgement: { reading } }: ShopMessage): number =>
  /\d/.test(reading.folded.text) ? digitsIn(reading.numberRuns()) : 0

/** The positions of the messages that the figures of a telephone may begin in which ends right before the message at `position`. */
const openingsBefore = (
  shop: ReadonlyArray<ShopMessage>,
  digits: ReadonlyArray<number>,
  position: number
): ReadonlyArray<number> => {
  const request = shop[position]
  const found: Array<number> = []
  let sum = 0
  for (let before = position - 1; before >= Math.max(0, position - farthestFigures); before--) {
    const earlier = shop[before]
    const own = digits[before] ?? 0
    if (earlier === undefined || request === undefined || !isNear(earlier, request)) break
    if (earlier.text.length > longestText) break
    sum += own
    if (sum > mostDigits) break
    if (own > 0 && sum >= fewestDigits) found.push(before)
  }
  return found
}
