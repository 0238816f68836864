import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatch, PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { RuleId } from "../../domain/Rule.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { CompiledReplyGroup, RuleSet } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { answersOther } from "./answersOther.ts"
import type { BuyerWords } from "./BuyerWords.ts"
import { echoedVerb } from "./echoedVerb.ts"
import { type NumberedAnswer, numberedAnswer } from "./numberedAnswer.ts"
import { phraseViolation } from "./phraseViolation.ts"
import { isPostponement } from "./postponements.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"

/** A longer answer says what it agrees to, and the message pass reads it. */
const longestAnswer = 40

/** So many messages of the shop may stand before its answer: "Добрый день!", "секунду". */
const mostBefore = 2

/** So many words of the shop may stand between: "секунду", "ну смотрите". */
const longestBetween = 3

/** So many messages of the buyer before the answer may hold what it answers. */
const mostAsked = 4

/** An answer that only takes up what was asked is short. */
const longestEcho = 14

/**
 * Answers of the shop that break a rule because of what the buyer said just before: "напишу вам в телеграм?", "давайте". The sentence of
 * the answer is reported. What MARKET and SUPPORT write is answered by nobody.
 */
export const replies = (
  ruleSet: RuleSet,
  shop: ReadonlyArray<ShopMessage>,
  buyer: BuyerWords
): ReadonlyArray<Violation> => {
  const echoes = ruleSet.neighbourCues.flatMap(({ reply }, cue) => (reply?.echo === true ? [cue] : []))
  return shop.flatMap((message, position) => {
    const { length } = message.judgement.phrases.text.tokens
    const mayEcho = message.answers.length > 0 && length <= longestEcho
    if ((message.cues.length === 0 && !mayEcho && !mayBeNumbered(message)) || length > longestAnswer) return nothing
    const asked = askedBefore(shop, position)
    if (asked.length === 0) return nothing
    const answered = new Set<RuleId>()
    const answer = (cue: number, wordOf: (reply: CompiledReplyGroup) => number): ReadonlyArray<Violation> => {
      const { rule: index, reply } = ruleSet.neighbourCues[cue] ?? {}
      const rule = ruleSet.rules[index ?? -1]
      if (rule === undefined || reply === undefined || answered.has(rule.id)) return nothing
      const word = wordOf(reply)
      if (word < 0 || declines(reply, text)) return nothing
      answered.add(rule.id)
      return [phraseViolation(rule, reply.confidence, spansFrom(word, message))]
    }
    const { text } = message.judgement.phrases
    const isAsked = (reply: CompiledReplyGroup, word: number): boolean => {
      const before = proposedBefore(shop, position, reply, buyer).map((index) => buyer.read(index))
      return (
        before.some((words) => questionIn(reply, words) !== undefined) && !answersOther(text, word, before, reply.to)
      )
    }
    const numbered = numberedAnswer(
      text,
      asked.map((before) => buyer.read(before))
    )
    if (numbered !== undefined) {
      return ruleSet.neighbourCues.flatMap((_, cue) =>
        answer(cue, (reply) => (answersNumbered(reply, numbered) ? 1 : -1))
      )
    }
    const said = message.cues.flatMap((cue) =>
      answer(cue, (reply) => {
        const first = reply.match.match(text)[0]?.first
        return first !== undefined && isAsked(reply, first) ? first : -1
      })
    )
    if (!mayEcho) return said
    return [...said, ...echoes.flatMap((cue) => answer(cue, (reply) => echoOf(reply, text, asked, buyer)))]
  })
}

const mayBeNumbered = ({ judgement }: ShopMessage): boolean => /^\d$/.test(judgement.phrases.text.tokens[0]?.word ?? "")

const answersNumbered = (reply: CompiledReplyGroup, { question, answer }: NumberedAnswer): boolean =>
  reply.match.match(answer).length > 0 && questionIn(reply, question) !== undefined && !declines(reply, answer)

const echoOf = (
  reply: CompiledReplyGroup,
  answer: ClassifiedTokens,
  asked: ReadonlyArray<number>,
  buyer: BuyerWords
): number => {
  for (const before of asked) {
    const proposal = buyer.read(before)
    const question = questionIn(reply, proposal)
    const word = question === undefined ? -1 : echoedVerb(answer, proposal, question)
    if (word >= 0) return word
  }
  return -1
}

/** "10 %", "500₽" */
const amountSign = /^\s?[%₽$€]/

const nothing: ReadonlyArray<Violation> = []

/**
 * The indices of the buyer's messages that a message of the shop may answer, also past what the shop said shortly in between, unless that
 * declined them.
 */
const askedBefore = (
  shop: ReadonlyArray<ShopMessage>,
  position: number,
  declining?: PhraseMatcher
): ReadonlyArray<number> => {
  const message = shop[position]
  let asked: ReadonlyArray<number> = []
  for (let before = position; before >= Math.max(0, position - mostBefore); before--) {
    const earlier = shop[before]
    if (earlier === undefined || message === undefined || !isNear(earlier, message)) break
    const { text } = earlier.judgement.phrases
    // What was said in between must be short and ask nothing, else the yes is to that.
    if (before < position && !isPostponement(text.tokens) && (text.tokens.length > longestBetween || asksBack(text))) {
      if (asked.length === 0) asked = earlier.answers
      break
    }
    if (before < position && declining !== undefined && declining.match(text).length > 0) break
    asked = [...earlier.answers, ...asked]
  }
  return asked.slice(-mostAsked)
}

/** The indices of the buyer's messages whose proposals are open where the shop answers. */
const proposedBefore = (
  shop: ReadonlyArray<ShopMessage>,
  position: number,
  reply: CompiledReplyGroup,
  buyer: BuyerWords
): ReadonlyArray<number> => {
  const asked = askedBefore(shop, position, reply.except)
  const open = reply.staysOpen ? openBefore(shop, position, reply, asked, buyer) : asked
  return [...declinedBefore(shop, position, reply, buyer), ...open]
}

/** What the shop declined right before, where the buyer insists on it: "напишу в ватсап?", "нет, только тут", "ну пожалуйста". */
const declinedBefore = (
  shop: ReadonlyArray<ShopMessage>,
  position: number,
  { reopenedBy, except }: CompiledReplyGroup,
  buyer: BuyerWords
): ReadonlyArray<number> => {
  const message = shop[position]
  const refusal = shop[position - 1]
  if (message === undefined || refusal === undefined || !isNear(refusal, message)) return []
  const insists = message.answers.some((answer) => reopenedBy.match(buyer.read(answer)).length > 0)
  return insists && except.match(refusal.judgement.phrases.text).length > 0 ? askedBefore(shop, position - 1) : []
}

/** A longer question of the shop speaks of something else. In words. */
const longestAskingBack = 14

/** So many questions the shop may ask back before it answers. */
const mostAskedBack = 2

/**
 * The same for an answer that may wait until the shop has asked back. A proposal is open no longer when the shop declines or speaks of
 * something else, or when the buyer asks anew.
 */
const openBefore = (
  shop: ReadonlyArray<ShopMessage>,
  position: number,
  { except }: CompiledReplyGroup,
  asked: ReadonlyArray<number>,
  buyer: BuyerWords
): ReadonlyArray<number> => {
  let open = asked
  let answers = shop[position]?.answers ?? []
  for (let before = position - 1; before >= Math.max(0, position - mostAskedBack); before--) {
    const earlier = shop[before]
    const message = shop[position]
    if (earlier === undefined || message === undefined || !isNear(earlier, message)) break
    const { text } = earlier.judgement.phrases
    if (!asksBack(text) || except.match(text).length > 0) break
    if (answers.some((answer) => buyer.read(answer).tokens.some(({ question }) => question))) break
    answers = earlier.answers
    open = [...answers.slice(-mostAsked), ...open]
  }
  return open
}

const asksBack = ({ tokens }: ClassifiedTokens): boolean =>
  tokens.length <= longestAskingBack && tokens.some(({ question }) => question)

/** A word of the answer and the rest of its sentence. */
const spansFrom = (word: number, { index, judgement: { phrases, reading } }: ShopMessage): Violation["spans"] => {
  const { tokens } = phrases.text
  let last = word
  while (tokens[last + 1] !== undefined && tokens[last + 1]?.sentence === tokens[last]?.sentence) last += 1
  const end = tokens[last]?.end ?? 0
  const unit = amountSign.exec(reading.folded.text.slice(end, end + 4))?.[0].length ?? 0
  const range = { start: tokens[word]?.start ?? 0, end: end + unit }
  return [{ message: index, ...originalRange(reading.folded, range) }]
}

/** Whether a word of refusal stands in the answer, but for those within the yes itself: "отчего ж нельзя", "не помешает". */
const declines = ({ match, except }: CompiledReplyGroup, answer: ClassifiedTokens): boolean => {
  const refusals = except.match(answer)
  if (refusals.length === 0) return false
  const consents = match.match(answer)
  return refusals.some(
    ({ first, last }) =>
      !consents.some((yes) => yes.first <= first && last <= yes.last && yes.last - yes.first > last - first)
  )
}

/** Where the buyer asks or proposes what the group answers. */
const questionIn = (group: CompiledReplyGroup, text: ClassifiedTokens): PhraseMatch | undefined => {
  const [question] = group.to.match(text)
  return question === undefined || group.exceptTo.match(text).length > 0 ? undefined : question
}
