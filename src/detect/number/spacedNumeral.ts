import { digitBit, kindAt, kindOf, letterBit } from "../../text/characterKinds.ts"
import type { Numeral } from "../../text/Numeral.ts"
import { isNumeralWord, mayBeginNumeral, mayOpenNumeral, numeralOf, numeralOfMasked } from "../../text/numerals.ts"
import { smallLetter } from "../../text/smallLetter.ts"

/** The length of "четырнадцать". */
const longestSpacedWord = 12

/**
 * The maximum number of pieces of a split word: "четыр над цать". With more, it is spelled letter by letter or is no
 * number word.
 */
const mostPieces = 3

/** A number word with spaced letters or pieces, and its end. */
export interface SpacedNumeral {
  readonly numeral: Numeral
  readonly end: number
}

/** The number word with spaced letters at `start`: "в о с е м ь". */
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
 * The longest number word formed by the word from `start` to `end` and the next one or two: "де вять", "двад-цать". A
 * number word is not a piece of another ("сорок два"), unless they form a longer one ("семь десят").
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
    // Checked before the lookup because it is fast: nearly everything that continues a number word is itself a number
    // word.
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
 * Whether a number word may begin with the letters before a split and the first one after it: "на" and "от" precede
 * many words, none of which continues like "найн" or "отыз". Always true if a sign replaces a letter and for longer
 * words.
 */
const mayGoOnBehindCut = (text: string, start: number, end: number): boolean =>
  end - start !== 2 ||
  isMask(text.charCodeAt(end)) ||
  mayOpenNumeral(plainLetter(text, start), plainLetter(text, start + 1), plainLetter(text, end + 1))

/** The lower-case letter at `position`, with е for ё as in the tables of number words. */
const plainLetter = (text: string, position: number): number => {
  const letter = smallLetter(text.charCodeAt(position))
  return letter === 0x451 ? 0x435 : letter
}

/** Whether a word before a blank or hyphen may be the first piece of a number word. */
export const mayBeCut = (text: string, start: number, end: number): boolean =>
  isCutAfter(text, start, end) && end - start < longestSpacedWord && mayBeginNumeral(text, start)

/**
 * Whether the character at `end` may split a word that starts at `start`; only a sign may replace the second letter.
 */
export const isCutAfter = (text: string, start: number, end: number): boolean => {
  const unit = text.charCodeAt(end)
  return isMask(unit) || (isCut(unit) && end - start > 1)
}

/** A blank, a hyphen or a sign that may replace a letter. */
const isCut = (unit: number): boolean => unit === 0x20 || unit === 0x2d || isMask(unit)

/** . * _ · •, written in place of a letter or between two letters. */
const isMask = (unit: number): boolean =>
  unit === 0x2e || unit === 0x2a || unit === 0x5f || unit === 0xb7 || unit === 0x2022

/** Whether a piece is a complete number word and not an ending: "три ста". */
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
