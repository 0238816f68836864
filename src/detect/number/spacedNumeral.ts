import { digitBit, kindAt, kindOf, letterBit } from "../../text/characterKinds.ts"
import type { Numeral } from "../../text/Numeral.ts"
import { isNumeralWord, mayBeginNumeral, mayOpenNumeral, numeralOf, numeralOfMasked } from "../../text/numerals.ts"
import { smallLetter } from "../../text/smallLetter.ts"

/** "четырнадцать" and the like. */
const longestSpacedWord = 12

/** More pieces than these, and the word is cut into letters or is none: "четыр над цать". */
const mostPieces = 3

/** Where a number word ends whose letters or pieces are set apart. */
export interface SpacedNumeral {
  readonly numeral: Numeral
  readonly end: number
}

/** The number word whose letters are set apart and begin at `start`: "в о с е м ь". */
export const spacedNumeral = (text: string, start: number, end: number): SpacedNumeral | undefined => {
  let word = text.slice(start, end)
  let last = end
  while (word.length < longestSpacedWord && text.charAt(last) === " ") {
    const isLetter = kindOf(text.charCodeAt(last + 1)) & letterBit & ~digitBit
    if (!isLetter || (last + 2 < text.length && kindAt(text, last + 2) !== 0)) break
    word += text.charAt(last + 1)
    last += 2
  }
  const numeral = word.length > 2 ? numeralOf(word.replace(/ё/g, "е")) : undefined
  return numeral === undefined || numeral.weak ? undefined : { numeral, end: last }
}

/**
 * The longest number word that the word from `start` to `end` and one or two more are the pieces of: "де вять", "двад-цать", "семь десят".
 * Of two number words none is a piece ("сорок два"), unless they make one that is longer ("семь десят").
 */
export const cutNumeral = (text: string, start: number, end: number): SpacedNumeral | undefined => {
  if (!isCut(text.charCodeAt(end)) || !mayGoOnBehindCut(text, start, end)) return undefined
  let word = text.slice(start, end)
  let last = end
  let found: SpacedNumeral | undefined
  for (let pieces = 1; pieces < mostPieces && isCut(text.charCodeAt(last)); pieces++) {
    const to = endOfWord(text, last + 1)
    const size = to - last - 1
    if (size === 0 || word.length + size > longestSpacedWord) break
    const piece = text.slice(last + 1, to).toLowerCase()
    // Asked first, because it is soon answered: nearly all that follows a number word and begins like one is a number word.
    const isPiece = word.length < 3 || !isWholeWord(piece)
    word += piece
    last = to
    if (!isPiece) continue
    const numeral =
      numeralOf(word.toLowerCase().replace(/ё/g, "е")) ??
      (pieces === 1 && isMask(text.charCodeAt(end))
        ? numeralOfMasked(text.slice(start, end).toLowerCase(), piece)
        : undefined)
    if (numeral !== undefined && !numeral.weak) found = { numeral, end: last }
  }
  return found
}

/**
 * Whether a number word may begin with the letters before a cut and the first one behind it: "на" and "от" stand before many words, none of
 * which goes on as "найн" or "отыз" does. Where a sign stands for a letter, and of a longer word, this says nothing.
 */
const mayGoOnBehindCut = (text: string, start: number, end: number): boolean =>
  end - start !== 2 ||
  isMask(text.charCodeAt(end)) ||
  mayOpenNumeral(plainLetter(text, start), plainLetter(text, start + 1), plainLetter(text, end + 1))

/** The small letter at `position`, as number words are written: ё is е. */
const plainLetter = (text: string, position: number): number => {
  const letter = smallLetter(text.charCodeAt(position))
  return letter === 0x451 ? 0x435 : letter
}

/** Whether a word before a blank or a hyphen may be the first piece of a number word. */
export const mayBeCut = (text: string, start: number, end: number): boolean =>
  isCutAfter(text, start, end) && end - start < longestSpacedWord && mayBeginNumeral(text, start)

/** Whether what stands at `end` may cut a word that begins at `start`: only a sign stands for the second letter. */
export const isCutAfter = (text: string, start: number, end: number): boolean => {
  const unit = text.charCodeAt(end)
  return isMask(unit) || (isCut(unit) && end - start > 1)
}

/** Blank, hyphen and the signs that stand for a letter. */
const isCut = (unit: number): boolean => unit === 0x20 || unit === 0x2d || isMask(unit)

/** . * _ · •: what is written for a letter, or between two letters. */
const isMask = (unit: number): boolean =>
  unit === 0x2e || unit === 0x2a || unit === 0x5f || unit === 0xb7 || unit === 0x2022

/** Whether a piece is a number word of its own, and no end of another one: "три ста". */
const isWholeWord = (piece: string): boolean => isNumeralWord(piece) && piece !== "ста"

const endOfWord = (text: string, from: number): number => {
  let end = from
  while (end < text.length && end - from <= longestSpacedWord) {
    const kind = kindOf(text.charCodeAt(end))
    if ((kind & letterBit) === 0 || (kind & digitBit) !== 0) break
    end += 1
  }
  return end
}
