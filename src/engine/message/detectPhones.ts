import type { PhoneCandidate } from "../../detect/number/PhoneCandidate.ts"
import { phoneOfWhole } from "../../detect/number/phoneCandidates.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { tokensWithin } from "../../detect/phrase/tokensWithin.ts"
import type { Conversation } from "../Conversation.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import { assembledNumbers, fewestAssembled } from "./assembledNumbers.ts"
import { type CueReach, cueDistance, cuesOf, gapAfter, gapBefore } from "./cueDistance.ts"
import { type Detection, leastConfidence } from "./Detection.ts"
import type { MessageReading } from "./MessageReading.ts"
import { assembledForm, doubted, lowered, weighed } from "./weighing.ts"

/**
 * "телефон нашего мастера по сборке шкафов: 8…" is still about the phone; after the number, only a word or two refer to
 * it.
 */
const reach: CueReach = { before: 8, after: 2 }

/** "Код товара 8916… в поиск не вводите, это наш мобильный": what the figures are may be revealed a clause later. */
const reachOfReveal: CueReach = { before: 6, after: 12 }

/** An unmistakable form: with a plus, or in a layout that only phones have. */
const unmistakable = 0.95

/** The phone numbers of a message, with confidence adjusted by the rule's cues around them. */
export const detectPhones = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading,
  conversation: Conversation
): ReadonlyArray<Detection> => {
  const { phone } = rule
  if (phone === undefined) return nothing
  const isMeant = ({ number, digits }: PhoneCandidate): boolean =>
    !rule.allow.numbers.has(number) && !conversation.knownNumbers?.has(digits)
  const candidates = reading.phones().filter(isMeant)
  const found = candidates.length === 0 ? nothing : weighedAll(ruleSet, reading, candidates, phone)
  if (found.some(({ confidence }) => confidence >= leastConfidence)) return found
  const assembled = assembledNumbers(phone, ruleSet, reading, (run) =>
    phoneOfWhole(reading.folded, run, reading.region)
  )
  return assembled
    .filter(
      (candidate) => isMeant(candidate) && candidate.digits.length >= fewestAssembled && candidate.form >= leastForm
    )
    .map(
      (candidate): Detection => ({
        kind: "phone",
        normalized: candidate.number,
        confidence: assembledForm,
        range: candidate
      })
    )
    .concat(found)
}

/** Figures of a lower form may be assembled by chance. */
const leastForm = 0.6

const weighedAll = (
  ruleSet: RuleSet,
  reading: MessageReading,
  candidates: ReadonlyArray<PhoneCandidate>,
  phone: NonNullable<CompiledRule["phone"]>
): ReadonlyArray<Detection> => {
  const text = reading.tokens(ruleSet.vocabulary)
  const raising = cuesOf(phone.raisedBy.match(text))
  const lowering = cuesOf(phone.loweredBy.match(text))
  const revealing = cuesOf(phone.revealedBy.match(text))
  return candidates.map((candidate) => {
    const target = tokensWithin(text.tokens, candidate.start, candidate.end)
    const after = (first: number) => gapAfter(reading.folded.text, candidate.end, text.tokens[first]?.start)
    const before = (last: number) => gapBefore(reading.folded.text, text.tokens[last]?.end, candidate.start)
    // Words within the number refer to it: "(код города 495)". Words after a comma behind it refer to something else.
    const counts = ({ first, last }: PhraseMatch): boolean =>
      last < target.first
        ? !speaksOfOther(before(last), candidate)
        : first > target.last && !/[,;.!?\n]/.test(after(first))
    const { start, end } = candidate
    const isLabel = (cue: PhraseMatch): boolean =>
      counts(cue) &&
      labelEnd.test(before(cue.last)) &&
      !isConcern(text.tokens[cue.first - 1]?.word, text.tokens[cue.last]?.word)
    const labelled =
      isInGroups(reading.folded.text.slice(start, end)) &&
      cueDistance(lowering, target, labelReach, isLabel) !== Number.POSITIVE_INFINITY
    const revealed = cueDistance(revealing, target, reachOfReveal) !== Number.POSITIVE_INFINITY
    const distances = {
      raising: revealed ? nearest : cueDistance(raising, target, reach),
      lowering: cueDistance(lowering, target, reach, counts)
    }
    return {
      kind: "phone",
      normalized: candidate.number,
      confidence: weighed(candidate.form, distances, against(candidate, distances.raising, labelled)),
      range: candidate
    }
  })
}

/**
 * Whether the word names what a call is about: "по заказу 8 926 555-01-42". An order number is hardly grouped like a
 * phone.
 */
const isConcern = (before: string | undefined, word: string | undefined): boolean =>
  before === "по" &&
  word !== undefined &&
  /^(?:заказ|отправлени|посылк|возврат|обращени|заявк|рекламаци|договор)/.test(word)

/** What may stand between such a word and the number: signs, and "number", but no comma ("заказ, номер 8 926 …"). */
const labelEnd = /^[^\p{L}\d,;]*(?:(?:number|no|номер|номера)[^\p{L}\d,;]*)?$/u

/** A word right before a number says what it is: "Serial 8-905-…", "part number 8-905-…". */
const labelReach: CueReach = { before: 1, after: -1 }

/** Whether a number is written in groups without a plus, like other numbers. */
const isInGroups = (written: string): boolean => /\d\d/.test(written) && !written.startsWith("+")

/** Less than the distance of any cue. */
const nearest = -1

/**
 * The effect of cues against a phone. `labelled` means that the word right before the number names it as something
 * else. Then no form is unmistakable, unless the number is hidden or other cues refer to a phone.
 */
const against =
  ({ hidden }: PhoneCandidate, raising: number, labelled: boolean) =>
  (form: number): number => {
    const isOther = labelled && !hidden && raising === Number.POSITIVE_INFINITY
    return form >= unmistakable && !isOther ? doubted(form) : lowered(form)
  }

/** The minimum form of numbers that are grouped like phones or disguised, as other figures seldom are. */
const grouped = 0.85

/**
 * Whether the text between a word and the number after it shows that the word referred to something else: there is a
 * semicolon, or a figure followed by another word ("по цене 7 400 отдам, звоните 8 929 …").
 */
const speaksOfOther = (words: string, { form }: PhoneCandidate): boolean => {
  if (words.includes(";")) return true
  const figure = form < grouped ? null : /\d[\d\s-]*/.exec(words)
  if (figure === null || figure[0].replace(/\D/g, "").length > longestOwnFigure) return false
  const rest = words.slice(figure.index + figure[0].length)
  return !/\d/.test(rest) && /\p{L}{4}/u.test(rest)
}

/** A longer figure may be followed by another of its kind. */
const longestOwnFigure = 8

const nothing: ReadonlyArray<Detection> = []
