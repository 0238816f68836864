import type { PhraseMatch, PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import { rangeOfMatch } from "../../detect/phrase/rangeOfMatch.ts"
import { originalRange } from "../../text/FoldedText.ts"
import { numberCuesOf } from "../rule/numberCuesOf.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { isGuess } from "./askedFigures.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"
import type { TalkStretch } from "./TalkWords.ts"

/**
 * The maximum number of messages after a finding that may explain it: a question of the buyer and the shop's answer in
 * two messages.
 */
const mostAfter = 3

/** The maximum number of messages before a finding that may give its topic. */
const mostBefore = 2

/** The maximum number of messages before figures: the buyer's request, "секунду", "записывайте". */
const mostBeforeNumber = 4

/**
 * Whether nearby messages show that a finding is something else: "номер скиньте", "телефона?", "нет, тона краски";
 * figures in pieces after "код от сейфа дайте". For a finding `judgedAlone`, words in its own message were considered
 * when the message was judged.
 */
export const isDispelled = (
  { rule: id, kind, spans }: Violation,
  { ruleSet, shop, positions, words, buyer }: Talk,
  judgedAlone: boolean
): boolean => {
  // A complete number was weighed with the words near it.
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
  // A guess of the buyer while the pieces arrive may be wrong: "это артикул?".
  const isGuessed = (index: number | undefined): boolean =>
    !isAlone &&
    index !== undefined &&
    index > opening.index &&
    index < last &&
    !isShops(index) &&
    isGuess(buyer.read(index))
  // A mention of a phone or a card by the shop confirms the figures.
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

/** Whether a span of a message shares a word with a phrase. */
const holds = (message: ShopMessage | undefined, span: MessageSpan, phrases: PhraseMatcher): boolean => {
  if (message === undefined) return false
  const { text } = message.judgement.phrases
  const { folded } = message.judgement.reading
  return phrases.match(text).some((match) => {
    const { start, end } = originalRange(folded, rangeOfMatch(text.tokens, match))
    return start < span.end && span.start < end
  })
}
