import type { NumberRun } from "../../detect/number/NumberRun.ts"
import { isNumberFiller, isPassingFiller } from "../../detect/number/numberFillers.ts"
import { digitCount } from "../../detect/number/numberPieces.ts"
import { isSpokenTrunk } from "../../detect/number/spokenTrunk.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { tokensWithin } from "../../detect/phrase/tokensWithin.ts"
import { isPlusWord, numeralOf } from "../../text/numerals.ts"
import type { Token } from "../../text/Token.ts"
import type { CompiledNumberCues, PiecePlace, RuleSet } from "../rule/RuleSet.ts"
import { isDenial, isDenied, opensWithDenial } from "./denials.ts"
import { opensAsMobile } from "./mobileOpenings.ts"
import { placeOfPiece } from "./placedPieces.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/**
 * What is next to figures: the edge of the message; a sign, or a word that refers to them; any other word; a word that
 * says that they are something else ("98 см", "размер 42").
 */
export type Side = "edge" | "clause" | "word" | "other"

/** Figures of a message that may be part of a number. */
export interface NumberFragment {
  readonly run: NumberRun
  readonly digits: number
  readonly left: Side
  readonly right: Side
}

/** The figures of a message as seen by one rule. */
export interface NumberMessage {
  readonly message: ShopMessage
  readonly fragments: ReadonlyArray<NumberFragment>
  /** Whether its words announce a number in pieces. */
  readonly announces: boolean
  /** The stated position of its piece in the number. */
  readonly place: PiecePlace | undefined
  /** Whether its words say that its figures are sizes, prices and the like. */
  readonly parts: boolean
}

/** The maximum number of digits by which a number word that counts others ("шесть шестёрок") exceeds its parts. */
const mostCounted = 6

/**
 * In messages of up to this many words, figures in words are found anywhere; in longer ones, only at the beginning and
 * the end.
 */
const fewWords = 12

/** The minimum number of number words at the edge of a longer message: "call Max, plus seven nine oh three". */
const fewestSpelt = 2

/** Whether it is worth reading the digits and number words of a message. */
export const mayHoldFigures = ({ judgement }: ShopMessage, ruleSet: RuleSet): boolean => {
  const { text } = judgement.reading.folded
  if (/\d/.test(text) || (text.length <= fewWords && lookAlikes.test(text))) return true
  const { tokens } = judgement.reading.tokens(ruleSet.vocabulary)
  if (tokens.length <= fewWords) return tokens.some(saysFigure)
  return tokens.slice(-fewestSpelt).every(saysFigure) || tokens.slice(0, fewestSpelt).every(saysFigure)
}

const saysFigure = ({ word }: Token): boolean => numeralOf(word) !== undefined || isPlusWord(word)

/** Only letters that look like digits: "ЗЗЗ", "OO". Next to messages with figures, they are figures. */
const lookAlikes = /^\s*([оoοзбilіı|s]{1,4})\s*$/

const runsOf = ({ judgement }: ShopMessage): ReadonlyArray<NumberRun> => {
  const { folded } = judgement.reading
  const letters = lookAlikes.exec(folded.text)?.[1]
  if (letters === undefined) return judgement.reading.numberRuns()
  const start = folded.text.indexOf(letters)
  const end = start + letters.length
  return [
    { plus: false, codeFirst: false, parts: [{ digits: letters, start, end, disguised: true }], gaps: [], start, end }
  ]
}

/**
 * Drops a trunk prefix that the shop only mentions ("через восьмёрку. шестьдесят семь"): it is not a digit at this
 * position, and the number that starts here is complete without it.
 */
const withoutTrunk = ({ judgement }: ShopMessage, run: NumberRun): ReadonlyArray<NumberRun> => {
  const [trunk, next] = run.parts
  if (trunk === undefined || !isSpokenTrunk(judgement.reading.folded.text, trunk.start, trunk.end)) return [run]
  if (next === undefined) return []
  return [{ ...run, parts: run.parts.slice(1), gaps: run.gaps.slice(1), start: next.start }]
}

/** The maximum distance in words of a cue before the figures to which it refers: "телефон нашего склада 8 (812)". */
const cueReach = 4

/** More figures in one message form a table or a list. */
const mostFragments = 12

/** The inputs for reading figures. */
export interface FigureMatter {
  readonly cues: CompiledNumberCues
  /** The index of the rule's announcements among the cues of the rule set. */
  readonly announcement: number
  readonly talk: Talk
}

export const readFigures = (
  message: ShopMessage,
  { cues, announcement, talk: { ruleSet, buyer } }: FigureMatter
): NumberMessage => {
  const announces = message.cues.includes(announcement)
  const runs = mayHoldFigures(message, ruleSet) ? runsOf(message).flatMap((run) => withoutTrunk(message, run)) : []
  if (runs.length === 0) return { message, fragments: [], announces, place: undefined, parts: false }
  const { reading } = message.judgement
  const text = reading.tokens(ruleSet.vocabulary)
  const announcing = announces ? cues.announcedBy.match(text) : []
  const raising = cues.raisedBy.match(text)
  const introducing = cues.introducedBy.match(text)
  const parting = cues.partedBy.match(text).filter(({ first, last }) => !isDenied(text.tokens, first, last))
  const measuring = cues.measuredBy.match(text)
  const isBare = runs.length === 1 && hasOnlyFillersAround(message, text.tokens, runs[0])
  const sideOf = (
    beside: number,
    gap: string,
    touches: (match: PhraseMatch) => boolean,
    speaks: (match: PhraseMatch) => boolean,
    introduced = false
  ): Side => {
    if (text.tokens[beside] === undefined || announcing.some(touches)) return "edge"
    if (parting.some(touches) || measuring.some(touches)) return "other"
    if (isBare) return "edge"
    return introduced || signs.test(gap) || raising.some(speaks) ? "clause" : "word"
  }
  const figures = runs.length > mostFragments ? [] : runs
  const places = figures.map(({ start, end }) => tokensWithin(text.tokens, start, end))
  // "Вес большой. Водитель Пётр, 8 905": words in another sentence do not affect the beginning of a phone number.
  const isTelephone = figures.some(opensAsMobile)
  const isNear = ({ first: word }: PhraseMatch): boolean =>
    !isTelephone || places.some(({ first }) => text.tokens[first]?.sentence === text.tokens[word]?.sentence)
  const relevant = parting.filter(isNear)
  let parts = relevant.length
  const fragments = figures.map((run, index): NumberFragment => {
    const { first, last } = places[index] ?? tokensWithin(text.tokens, run.start, run.end)
    const before = reading.folded.text.slice(text.tokens[first - 1]?.end ?? 0, run.start)
    const after = reading.folded.text.slice(run.end, text.tokens[last + 1]?.start)
    const touchesLeft = (match: PhraseMatch): boolean => match.first < first && match.last >= first - 1
    const touchesRight = (match: PhraseMatch): boolean => match.last > last && match.first <= last + 1
    // As in "500р", "42см", "500₽".
    const isMeasured = (text.tokens[last]?.end ?? 0) > run.end || measure.test(after)
    // "15 и ещё раз 15": words between the figures of a number belong to it.
    const isWithin = (match: PhraseMatch): boolean => match.first >= first && match.last <= last
    parts -= relevant.filter((match) => touchesLeft(match) || touchesRight(match) || isWithin(match)).length
    return {
      run,
      digits:
        digitCount(run, 0, run.parts.length) + (run.parts.some(({ numeral }) => numeral?.counted) ? mostCounted : 0),
      left: sideOf(
        first - 1,
        before,
        touchesLeft,
        ({ last: end }) => end < first && end >= first - cueReach,
        introducing.some(({ last: end }) => end === first - 1)
      ),
      right: isMeasured ? "other" : sideOf(last + 1, after, touchesRight, touchesRight)
    }
  })
  return { message, fragments, announces, place: placeOfPiece(cues, message, buyer), parts: parts > 0 }
}

/**
 * Whether the message contains only words that join the parts of a number besides the run: "потом 77 31",
 * "и в конце 08".
 */
const hasOnlyFillersAround = (
  { judgement }: ShopMessage,
  tokens: ReadonlyArray<Token>,
  run: NumberRun | undefined
): boolean => {
  if (run === undefined || tokens.length > fewWords) return false
  const others = tokens.filter(({ start, end }) => end <= run.start || start >= run.end)
  const denied = opensWithDenial(tokens) ? tokens.findIndex(({ word }) => isDenial(word)) : -1
  return (
    others.every(({ word }, index) => index <= denied || isNumberFiller(word)) &&
    others.some(({ word }) => !isPassingFiller(word)) &&
    !measures.test(judgement.reading.folded.text)
  )
}

/** Signs after a number that say what it is. */
const measure = /^\s*[%₽$€°×]/
const measures = /[%₽$€°×]/

const signs = /[.,:;!?…()\n—–。，：；！？、]/
