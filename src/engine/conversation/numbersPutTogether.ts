import { digitsIn } from "../../detect/number/numberPieces.ts"
import { originalRange } from "../../text/FoldedText.ts"
import { defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { detectPhones } from "../message/detectPhones.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { CompiledRule } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"
import { JoinedText } from "./JoinedText.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The maximum number of messages of the shop before the request in which figures are searched for. */
const farthestFigures = 8

/** The maximum number of messages of the shop after the request with some of the figures, and with all of them. */
const mostAfter = 2
const mostOfAll = 6

/** A longer message tells a story and hides no figures for others to continue. In UTF-16 units. */
const longestText = 200

/** The number of digits of a phone number without and with the first one. */
const fewestDigits = 10
const mostDigits = 11

/**
 * Phone numbers whose figures are among other words of several messages, with a message that asks the reader to join
 * them: "роз 8", "тюльпанов 913", "пионов 45, флоксов 07", "хост 126", "соберите эти цифры в одну строчку". They are
 * judged like one message with all of the text.
 */
export const numbersPutTogether = ({ ruleSet, conversation, shop }: Talk): ReadonlyArray<Violation> => {
  const digits = shop.map(digitsOf)
  return shop.flatMap((request, position) => {
    const stretches = stretchesAround(shop, digits, position)
    if (stretches.length === 0) return []
    return ruleSet.rules.flatMap((rule) => {
      if (!asksToPutTogether(rule, request)) return []
      for (const { first, last } of stretches.toReversed()) {
        const joined = new JoinedText()
        for (const { index, text } of shop.slice(first, last + 1)) {
          joined.add(index, text, { start: 0, end: text.length }, "\n")
        }
        const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
        for (const detection of detectPhones(rule, ruleSet, reading, conversation)) {
          const spans = joined.crossingSpansOf(originalRange(reading.folded, detection.range))
          if (spans === undefined || detection.confidence < leastConfidence) continue
          return [violationOf(rule, detection, spans)]
        }
      }
      return []
    })
  })
}

/** A single word may also be about other things: "вместе дешевле". */
const asksToPutTogether = ({ phone }: CompiledRule, { judgement }: ShopMessage): boolean => {
  const words = phone?.assembledBy.match(judgement.phrases.text) ?? []
  return words.length > 1 || words.some(({ first, last }) => last > first)
}

const digitsOf = ({ judgement: { reading } }: ShopMessage): number =>
  /\d/.test(reading.folded.text) ? digitsIn(reading.numberRuns()) : 0

/** A range of positions of the shop's messages. */
interface MessageStretch {
  readonly first: number
  readonly last: number
}

/** The ranges that may contain the figures of a phone number, given that the message at `position` is the request. */
const stretchesAround = (
  shop: ReadonlyArray<ShopMessage>,
  digits: ReadonlyArray<number>,
  position: number
): ReadonlyArray<MessageStretch> => {
  const request = shop[position]
  if (request === undefined) return []
  const found = openingsBefore(shop, digits, position, 0).map((first) => ({ first, last: position }))
  // As in "9х8х5", "иксы уберите", "1х1х4х2".
  let after = 0
  for (let last = position + 1; last <= position + mostOfAll; last++) {
    const later = shop[last]
    if (later === undefined || !isNear(request, later) || later.text.length > longestText) break
    after += digits[last] ?? 0
    if (after > mostDigits) break
    if ((digits[last] ?? 0) === 0) continue
    // As in "читайте между строк", "квартира 916", "цена 204", "скидка 18 и 33".
    if (after >= fewestDigits) found.push({ first: position, last })
    if (last > position + mostAfter) continue
    for (const first of openingsBefore(shop, digits, position, after)) found.push({ first, last })
  }
  return found
}

/** The positions before the request at which the figures may start, given the number of digits after it. */
const openingsBefore = (
  shop: ReadonlyArray<ShopMessage>,
  digits: ReadonlyArray<number>,
  position: number,
  after: number
): ReadonlyArray<number> => {
  const request = shop[position]
  const found: Array<number> = []
  let sum = after
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
