import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import type { RuleId } from "../../domain/Rule.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { CompiledReplyGroup } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { answersOther } from "./answersOther.ts"
import type { BuyerWords } from "./BuyerWords.ts"
import { chosenAlternative, mayChoose } from "./chosenAlternative.ts"
import { completedQuestion } from "./completedQuestion.ts"
import { echoedVerb } from "./echoedVerb.ts"
import { type NumberedAnswer, numberedAnswer, opensWithNumber } from "./numberedAnswer.ts"
import { phraseViolation } from "./phraseViolation.ts"
import { askedBefore, proposedBefore } from "./proposedBefore.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** A longer answer says what it agrees to, so it is found without the question. In words. */
const longestAnswer = 40

/** The maximum number of words in an answer that only repeats what was asked. */
const longestEcho = 14

/**
 * Answers of the shop that violate a rule because of what the buyer said before: "напишу вам в телеграм?", "давайте".
 * The sentence of the answer is reported. Messages of MARKET and SUPPORT are not considered.
 */
export const replies = (talk: Talk): ReadonlyArray<Violation> => {
  const { ruleSet, shop, buyer } = talk
  const echoes = ruleSet.neighbourCues.flatMap((cue, index) => (cue.kind === "reply" && cue.reply.echo ? [index] : []))
  return shop.flatMap((message, position) => {
    const { length } = message.judgement.phrases.text.tokens
    const mayEcho = message.asked.length > 0 && length <= longestEcho
    if ((message.cues.length === 0 && !mayEcho && !takesUp(message.judgement.phrases.text)) || length > longestAnswer)
      return nothing
    const asked = askedBefore(shop, position)
    if (asked.length === 0) return nothing
    const answered = new Set<RuleId>()
    const answer = (cue: number, wordOf: (reply: CompiledReplyGroup) => number): ReadonlyArray<Violation> => {
      const known = ruleSet.neighbourCues[cue]
      if (known?.kind !== "reply") return nothing
      const { reply } = known
      const rule = ruleSet.rules[known.rule]
      if (rule === undefined || answered.has(rule.id)) return nothing
      const word = wordOf(reply)
      if (word < 0 || declines(reply, text)) return nothing
      answered.add(rule.id)
      return [phraseViolation(rule, reply.confidence, spansFrom(word, message))]
    }
    const { text } = message.judgement.phrases
    const isAsked = (reply: CompiledReplyGroup, word: number): boolean => {
      const proposed = proposedBefore(talk, position, reply).map((index) => buyer.read(index))
      const completed = completedQuestion(talk, position)
      const before = completed === undefined ? proposed : [...proposed, completed]
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
    const chosen = chosenAlternative(
      text,
      asked.map((before) => buyer.read(before))
    )
    if (chosen !== undefined) {
      return ruleSet.neighbourCues.flatMap((_, cue) =>
        answer(cue, (reply) => {
          const isMeant = chosen.questions.some((question) => questionIn(reply, question) !== undefined)
          return reply.echo && isMeant ? chosen.word : -1
        })
      )
    }
    const matched = message.cues.flatMap((cue) =>
      answer(cue, (reply) => {
        const first = reply.match.match(text)[0]?.first
        return first !== undefined && isAsked(reply, first) ? first : -1
      })
    )
    if (!mayEcho) return matched
    return [...matched, ...echoes.flatMap((cue) => answer(cue, (reply) => echoOf(reply, text, asked, buyer)))]
  })
}

/** Whether an answer may refer to one of several questions by number or position. */
const takesUp = (answer: ClassifiedTokens): boolean => opensWithNumber(answer) || mayChoose(answer)

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

/** As in "10 %" and "500₽". */
const amountSign = /^\s?[%₽$€]/

const nothing: ReadonlyArray<Violation> = []

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

/** Whether the answer contains a refusal that is not part of the consent itself: "отчего ж нельзя", "не помешает". */
const declines = ({ match, except }: CompiledReplyGroup, answer: ClassifiedTokens): boolean => {
  const refusals = except.match(answer)
  if (refusals.length === 0) return false
  const consents = match.match(answer)
  return refusals.some(
    ({ first, last }) =>
      !consents.some((yes) => yes.first <= first && last <= yes.last && yes.last - yes.first > last - first)
  )
}

/** The words of the buyer that the group answers. */
const questionIn = (group: CompiledReplyGroup, text: ClassifiedTokens): PhraseMatch | undefined => {
  const [question] = group.to.match(text)
  return question === undefined || group.exceptTo.match(text).length > 0 ? undefined : question
}
