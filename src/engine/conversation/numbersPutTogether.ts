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

/** So many messages of the shop before the request may hold the figures. */
const farthestFigures = 8

/** So many messages of the shop after the request may hold more of them, and so many all of them. */
const mostAfter = 2
const mostOfAll = 6

/** A longer message tells a story; no figures are hidden in it for others to go on. In UTF-16 units. */
const longestText = 200

/** A telephone has so many digits, with and without the first one. */
const fewestDigits = 10
const mostDigits = 11

/**
 * Telephones whose figures stand among other words of several messages, which a later message tells the reader to put together: "роз 8",
 * "тюльпанов 913", "пионов 45, флоксов 07", "хост 126", "соберите эти цифры в одну строчку". They are judged like one message that says it all.
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

/** One word alone is said of other things than figures too: "вместе дешевле". */
const asksToPutTogether = ({ phone }: CompiledRule, { judgement }: ShopMessage): boolean => {
  const words = phone?.assembledBy.match(judgement.phrases.text) ?? []
  return words.length > 1 || words.some(({ first, last }) => last > first)
}

const digitsOf = ({ judgement: { reading } }: ShopMessage): number =>
  /\d/.test(reading.folded.text) ? digitsIn(reading.numberRuns()) : 0

/** Messages of the shop from one position to another. */
interface MessageStretch {
  readonly first: number
  readonly last: number
}

/** The stretches that may hold the figures of a telephone, where the message at `position` is the request behind some of them. */
const stretchesAround = (
  shop: ReadonlyArray<ShopMessage>,
  digits: ReadonlyArray<number>,
  position: number
): ReadonlyArray<MessageStretch> => {
  const request = shop[position]
  if (request === undefined) return []
  const found = openingsBefore(shop, digits, position, 0).map((first) => ({ first, last: position }))
  // "9х8х5", "иксы уберите", "1х1х4х2"
  let after = 0
  for (let last = position + 1; last <= position + mostOfAll; last++) {
    const later = shop[last]
    if (later === undefined || !isNear(request, later) || later.text.length > longestText) break
    after += digits[last] ?? 0
    if (after > mostDigits) break
    if ((digits[last] ?? 0) === 0) continue
    // "читайте между строк", "квартира 916", "цена 204", "скидка 18 и 33"
    if (after >= fewestDigits) found.push({ first: position, last })
    if (last > position + mostAfter) continue
    for (const first of openingsBefore(shop, digits, position, after)) found.push({ first, last })
  }
  return found
}

/** The positions of the messages before the request in which figures may begin that go on with so many digits behind it. */
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
