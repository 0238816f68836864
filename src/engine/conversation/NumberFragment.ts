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
 * What stands beside figures: nothing more of the message; a sign, or a word that speaks of them; any other word; a word that says that they
 * are something else ("98 см", "размер 42").
 */
export type Side = "edge" | "clause" | "word" | "other"

/** Figures of a message that may be a part of a number. */
export interface NumberFragment {
  readonly run: NumberRun
  readonly digits: number
  readonly left: Side
  readonly right: Side
}

/** The figures of a message as one rule sees them. */
export interface NumberMessage {
  readonly message: ShopMessage
  readonly fragments: ReadonlyArray<NumberFragment>
  /** Whether its words say that a number comes in pieces. */
  readonly announces: boolean
  /** Where in its number it is told to stand. */
  readonly place: PiecePlace | undefined
  /** Whether its words say that its figures are sizes, prices and the like. */
  readonly parts: boolean
}

/** "шесть шестёрок": so many digits more than it has words may a number word give that counts others. */
const mostCounted = 6

/** Figures spelt in words stand anywhere in a message of so many words, and in a longer one at its end or its beginning. */
const fewWords = 12

/** So many number words at the end of a longer message are a part of a number: "call Max, plus seven nine oh three". */
const fewestSpelt = 2

/** Whether a look at its digits and number words is worth while. */
export const mayHoldFigures = ({ judgement }: ShopMessage, ruleSet: RuleSet): boolean => {
  const { text } = judgement.reading.folded
  if (/\d/.test(text) || (text.length <= fewWords && lookAlikes.test(text))) return true
  const { tokens } = judgement.reading.tokens(ruleSet.vocabulary)
  if (tokens.length <= fewWords) return tokens.some(saysFigure)
  return tokens.slice(-fewestSpelt).every(saysFigure) || tokens.slice(0, fewestSpelt).every(saysFigure)
}

const saysFigure = ({ word }: Token): boolean => numeralOf(word) !== undefined || isPlusWord(word)

/** Letters that look like digits, and no others: "ЗЗЗ", "OO". Beside figures in other messages they are figures. */
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
 * The run without a trunk prefix that the shop only mentions ("через восьмёрку. шестьдесят семь"): it is not a digit at this place, and a
 * number that begins here is complete without it.
 */
const withoutTrunk = ({ judgement }: ShopMessage, run: NumberRun): ReadonlyArray<NumberRun> => {
  const [trunk, next] = run.parts
  if (trunk === undefined || !isSpokenTrunk(judgement.reading.folded.text, trunk.start, trunk.end)) return [run]
  if (next === undefined) return []
  return [{ ...run, parts: run.parts.slice(1), gaps: run.gaps.slice(1), start: next.start }]
}

/** "телефон нашего склада 8 (812)": so many words away a cue may stand before the figures that it speaks of. */
const cueReach = 4

/** More figures than this in one message are a table or a list. */
const mostFragments = 12

/** What figures are read with. */
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
  // "Вес большой. Водитель Пётр, 8 905": what the figures of another sentence are says nothing of those that begin a telephone.
  const isTelephone = figures.some(opensAsMobile)
  const isNear = ({ first: word }: PhraseMatch): boolean =>
    !isTelephone || places.some(({ first }) => text.tokens[first]?.sentence === text.tokens[word]?.sentence)
  const telling = parting.filter(isNear)
  let parts = telling.length
  const fragments = figures.map((run, index): NumberFragment => {
    const { first, last } = places[index] ?? tokensWithin(text.tokens, run.start, run.end)
    const before = reading.folded.text.slice(text.tokens[first - 1]?.end ?? 0, run.start)
    const after = reading.folded.text.slice(run.end, text.tokens[last + 1]?.start)
    const touchesLeft = (match: PhraseMatch): boolean => match.first < first && match.last >= first - 1
    const touchesRight = (match: PhraseMatch): boolean => match.last > last && match.first <= last + 1
    // "500р", "42см", "500₽".
    const isMeasured = (text.tokens[last]?.end ?? 0) > run.end || measure.test(after)
    // "15 и ещё раз 15": what stands between the figures of one number is a part of it.
    const isWithin = (match: PhraseMatch): boolean => match.first >= first && match.last <= last
    parts -= telling.filter((match) => touchesLeft(match) || touchesRight(match) || isWithin(match)).length
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

/** "потом 77 31", "и в конце 08": nothing else stands in the message but words that join the parts of a number. */
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

/** What says behind a number of what it is. */
const measure = /^\s*[%₽$€°×]/
const measures = /[%₽$€°×]/

const signs = /[.,:;!?…()\n—–。，：；！？、]/
