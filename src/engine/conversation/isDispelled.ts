import type { PhraseMatcher } from "../../detect/PhraseMatcher.ts"
import { rangeOfMatch } from "../../detect/rangeOfMatch.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { RuleSet } from "../RuleSet.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import type { TalkStretch, TalkWords } from "./TalkWords.ts"

/** So many messages after a finding may explain it: a question of the buyer and the shop's answer in two messages. */
const mostAfter = 3

/** So many before it may tell what the talk is about. */
const mostBefore = 2

/**
 * Whether what was said near shows that the words of a finding mean something else: "номер скиньте", "телефона?", "нет, тона краски". What
 * stands in the message of a finding that was `judgedAlone` was asked when the message was judged.
 */
export const isDispelled = (
  { rule: id, kind, spans }: Violation,
  ruleSet: RuleSet,
  shop: ReadonlyArray<ShopMessage>,
  positions: ReadonlyMap<number, number>,
  talk: TalkWords,
  judgedAlone: boolean
): boolean => {
  const { dispelled = [] } = (kind === "phrase" ? ruleSet.rules.find((rule) => rule.id === id) : undefined) ?? {}
  const opening = shop[positions.get(spans[0].message) ?? -1]
  if (dispelled.length === 0 || opening === undefined) return false
  const last = spans.at(-1)?.message ?? opening.index
  const isAlone = last === opening.index
  let around: TalkStretch | undefined
  return dispelled.some(({ said, by }) => {
    if (said !== undefined) {
      const isSaid = (span: MessageSpan): boolean => holds(shop[positions.get(span.message) ?? -1], span, said)
      if (isAlone ? !spans.every(isSaid) : !spans.some(isSaid)) return false
    }
    around ??= talk.readOn(opening.index - mostBefore, last + mostAfter, opening)
    const { text, holders } = around
    return by.match(text).some((match) => !judgedAlone || holders[match.first] !== last || holders[match.last] !== last)
  })
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
