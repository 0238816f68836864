import type { ClassifiedTokens } from "../../detect/ClassifiedTokens.ts"
import type { RuleId } from "../../domain/Rule.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { CompiledReplyGroup, RuleSet } from "../RuleSet.ts"
import type { Violation } from "../Violation.ts"
import type { BuyerWords } from "./BuyerWords.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"

/** A longer answer says what it agrees to, and the message pass reads it. */
const longestAnswer = 40

/** So many messages of the shop may stand before its answer: "Добрый день!", "секунду". */
const mostBefore = 2

/** So many messages of the buyer before the answer may hold what it answers. */
const mostAsked = 4

/**
 * Answers of the shop that break a rule because of what the buyer said just before: "напишу вам в телеграм?", "давайте". The sentence of
 * the answer is reported. What MARKET and SUPPORT write is answered by nobody.
 */
export const replies = (
  ruleSet: RuleSet,
  shop: ReadonlyArray<ShopMessage>,
  buyer: BuyerWords
): ReadonlyArray<Violation> =>
  shop.flatMap((message, position) => {
    if (message.cues.length === 0 || message.judgement.phrases.text.tokens.length > longestAnswer) return nothing
    const asked = askedBefore(shop, position)
    if (asked.length === 0) return nothing
    const answered = new Set<RuleId>()
    return message.cues.flatMap((cue): ReadonlyArray<Violation> => {
      const { rule: index, reply } = ruleSet.neighbourCues[cue] ?? {}
      const rule = ruleSet.rules[index ?? -1]
      if (rule === undefined || reply === undefined || answered.has(rule.id)) return nothing
      const spans = spansOf(reply, message)
      if (spans === undefined || !asked.some((before) => asks(reply, buyer.read(before)))) return nothing
      answered.add(rule.id)
      const { confidence } = reply
      return [{ rule: rule.id, severity: rule.severity, confidence, kind: "phrase", spans, normalized: "" }]
    })
  })

/** "10 %", "500₽" */
const amountSign = /^\s?[%₽$€]/

const nothing: ReadonlyArray<Violation> = []

/** The indices of the buyer's messages that a message of the shop may answer. */
const askedBefore = (shop: ReadonlyArray<ShopMessage>, position: number): ReadonlyArray<number> => {
  const message = shop[position]
  for (let before = position; before >= Math.max(0, position - mostBefore); before--) {
    const earlier = shop[before]
    if (earlier === undefined || message === undefined || !isNear(earlier, message)) return []
    if (earlier.answers.length > 0) return earlier.answers.slice(-mostAsked)
    // What was said in between must be short, else the yes is to that.
    if (before < position && earlier.judgement.phrases.text.tokens.length > 3) return []
  }
  return []
}

/** The match and the rest of its sentence, when no exception stands in the message. */
const spansOf = (
  { match, except }: CompiledReplyGroup,
  { index, judgement: { phrases, reading } }: ShopMessage
): Violation["spans"] | undefined => {
  const { tokens } = phrases.text
  const [answer] = match.match(phrases.text)
  if (answer === undefined || except.match(phrases.text).length > 0) return undefined
  let { last } = answer
  while (tokens[last + 1] !== undefined && tokens[last + 1]?.sentence === tokens[last]?.sentence) last += 1
  const end = tokens[last]?.end ?? 0
  const unit = amountSign.exec(reading.folded.text.slice(end, end + 4))?.[0].length ?? 0
  const range = { start: tokens[answer.first]?.start ?? 0, end: end + unit }
  return [{ message: index, ...originalRange(reading.folded, range) }]
}

const asks = (group: CompiledReplyGroup, text: ClassifiedTokens): boolean =>
  group.to.match(text).length > 0 && group.exceptTo.match(text).length === 0
