import type { PhraseMatch, PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import { rangeOfMatch } from "../../detect/phrase/rangeOfMatch.ts"
import { originalRange } from "../../text/FoldedText.ts"
import { numberCuesOf } from "../rule/numberCuesOf.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { isGuess } from "./askedFigures.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"
import type { TalkStretch } from "./TalkWords.ts"

/** So many messages after a finding may explain it: a question of the buyer and the shop's answer in two messages. */
const mostAfter = 3

/** So many before it may tell what the talk is about. */
const mostBefore = 2

/** So many before figures: what the buyer wants, "секунду", "записывайте". */
const mostBeforeNumber = 4

/**
 * Whether what was said near shows that a finding is something else: "номер скиньте", "телефона?", "нет, тона краски"; figures in pieces
 * after "код от сейфа дайте". What stands in the message of a finding that was `judgedAlone` was asked when the message was judged.
 */
export const isDispelled = (
  { rule: id, kind, spans }: Violation,
  { ruleSet, shop, positions, words, buyer }: Talk,
  judgedAlone: boolean
): boolean => {
  // A number that stands whole is weighed with the words near it when it is found.
  const rule = kind === "phrase" || spans.length > 1 ? ruleSet.rules.find((one) => one.id === id) : undefined
  const opening = shop[positions.get(spans[0].message) ?? -1]
  if (rule === undefined || rule.dispelled.length === 0 || opening === undefined) return false
  const last = spans.at(-1)?.message ?? opening.index
  const isAlone = last === opening.index
  const before = kind === "phrase" ? mostBefore : mostBeforeNumber
  let read: TalkStretch | undefined
  const around = (): TalkStretch => {
    read ??= words.readOn(opening.index - before, last + mostAfter, opening)
    return read
  }
  const isShops = (index: number | undefined): boolean => index !== undefined && positions.has(index)
  // "это артикул?": what the buyer takes pieces for while they come, they need not be.
  const isGuessed = (index: number | undefined): boolean =>
    !isAlone &&
    index !== undefined &&
    index > opening.index &&
    index < last &&
    !isShops(index) &&
    isGuess(buyer.read(index))
  // Whoever speaks of a telephone or a card means the figures as one.
  const isRaised = (): boolean => {
    const { text, holders } = around()
    return (numberCuesOf(rule)?.raisedBy.match(text) ?? []).some((match) => isShops(holders[match.first]))
  }
  const isFound = rule.dispelled.some(({ said, by, told, except, otherNumber }) => {
    if (said !== undefined) {
      const isSaid = (span: MessageSpan): boolean => holds(shop[positions.get(span.message) ?? -1], span, said)
      if (isAlone ? !spans.every(isSaid) : !spans.some(isSaid)) return false
    }
    if (otherNumber && words.isAnsweredWithOtherNumber(last)) return true
    const { text, holders } = around()
    const isNews = ({ first, last: end }: PhraseMatch): boolean =>
      !judgedAlone || holders[first] !== last || holders[end] !== last
    const isShown =
      by.match(text).some((match) => isNews(match) && !isGuessed(holders[match.first])) ||
      told.match(text).some((match) => isNews(match) && isShops(holders[match.first]) && isShops(holders[match.last]))
    return isShown && except.match(text).length === 0
  })
  return isFound && !isRaised()
}

/** Whether a stretch of a message shares a word with a phrase. */
const holds = (message: ShopMessage | undefined, span: MessageSpan, phrases: PhraseMatcher): boolean => {
  if (message === undefined) return false
  const { text } = message.judgement.phrases
  const { folded } = message.judgement.reading
  return phrases.match(text).some((match) => {
    const { start, end } = originalRange(folded, rangeOfMatch(text.tokens, match))
    return start < span.end && span.start < end
  })
}
