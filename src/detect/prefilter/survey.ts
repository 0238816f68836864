import { commonUnits, digitBit, ideographBit, kindOf, letterBit } from "../../text/characterKinds.ts"
import { isPictureCodePoint, isSettledUnit } from "../../text/fold.ts"
import { numeralOf } from "../../text/numerals.ts"
import { fewestHomophones, homophoneDigit } from "../number/homophoneDigits.ts"
import { isDigitStroke } from "../number/numberSigns.ts"
import { closerLookBit } from "../phrase/WordTrail.ts"
import { digitsFound, digitsOfDisguise, digitsOfWord, foundAddress, lookCloser } from "./closerLook.ts"
import { isAddressIdeograph, isAddressSign, isDotLike, isPicture } from "./isAddressSign.ts"

/** What a message may contain, found in one pass over its characters. False means that it certainly does not. */
export interface Survey {
  /** Whether there may be enough digits and number words for a phone or a card. */
  readonly numbers: boolean
  /** Whether there may be any digit or number word. */
  readonly anyNumber: boolean
  /** Whether there may be a host or a mailbox. */
  readonly addresses: boolean
  /** Whether there may be an account name: there is an @, _ or #. */
  readonly accounts: boolean
}

/** Phones and cards have at least this many digits. */
const fewestDigits = 8

/** Digits with more words than this between them belong to different numbers, as a number run ends earlier. */
const mostWordsBetween = 8

/** The survey of a text without numbers, addresses and accounts. */
export const nothing: Survey = { numbers: false, anyNumber: false, addresses: false, accounts: false }
const fewDigits: Survey = { numbers: false, anyNumber: true, addresses: false, accounts: false }

/** Signs below U+0080 that may belong to an address; beyond, all do except blanks, quotation marks and dashes. */
const addressSigns = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  ".,@/([{<*%|:=~'^;>+\\".includes(String.fromCharCode(unit)) ? 1 : 0
)

/** The flags of each common unit, with an extra one for units that must be folded first. */
const unsettledBit = 128
const commonKinds = Uint8Array.from(
  { length: commonUnits },
  (_, unit) => kindOf(unit) | (isSettledUnit(unit) ? 0 : unsettledBit)
)

/** Receives the words of a text during the survey. */
export interface WordListener {
  /**
   * Called for a word with a letter; `hash` depends only on its units. Returns flags, including `closerLookBit` unless
   * the word cannot belong to a number or an address.
   */
  readonly word: (text: string, start: number, end: number, hash: number) => number
  /** Called for a word of digits only. */
  readonly number: (text: string, start: number, end: number, hash: number) => void
  /** Called for a Chinese character; returns flags like `word`. */
  readonly ideograph: (text: string, start: number) => number
  /** Called for a sign beyond ASCII other than blanks, quotation marks and dashes. */
  readonly sign: (codePoint: number, start: number, end: number) => void
  /**
   * Called for words that only `tokenize` can read: spaced letters, or a sign between letters that may stand for a
   * letter.
   */
  readonly oddWord: () => void
}

/** Surveys a folded text. */
export const surveyOf = (text: string, words?: WordListener): Survey => look(text, false, words) ?? nothing

/**
 * Surveys a text that is not folded; undefined if folding it takes more than lower-casing, so that it has to be folded
 * first.
 */
export const surveyOfOriginal = (text: string, words?: WordListener): Survey | undefined => look(text, true, words)

/** The minimum number of single letters that `tokenize` joins. */
const spacedLetters = 4

/** The shortest spaced number words have three letters: "д в а". */
const fewestSpaced = 3

/** Signs below U+2100 that `tokenize` may read as part of a word. */
const joiningSigns = Uint8Array.from({ length: 0x2100 }, (_, unit) =>
  "'`@$’‘€*#·•".includes(String.fromCharCode(unit)) ? 1 : 0
)

/** The first half of a character beyond U+FFFF; in messages, most of these are pictographs. */
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const pictureStyle = 0xfe0f

const look = (text: string, original: boolean, words: WordListener | undefined): Survey | undefined => {
  const { length } = text
  let digits = 0
  let mostDigits = 0
  let wordsSince = 0
  let singles = 0
  /** The number of digits and their homophones since the last other Chinese character. */
  let sounds = 0
  let accounts = false
  let addresses = false
  let position = 0
  while (position < length) {
    let unit = text.charCodeAt(position)
    if (unit === 0x20) {
      position += 1
      continue
    }
    let kind = unit < commonUnits ? (commonKinds[unit] ?? 0) : kindOf(unit)
    if (kind & letterBit) {
      const start = position
      const before = digits
      let kinds = 0
      let hash = 0
      do {
        if (unit >= commonUnits && original && !isSettledUnit(unit)) return undefined
        kinds |= kind
        hash = (Math.imul(hash, 0x01000193) ^ unit) | 0
        position += 1
        // Beyond the end, charCodeAt returns NaN, which would slow down the whole loop.
        if (position === length) {
          unit = 0x20
          break
        }
        unit = text.charCodeAt(position)
        kind = unit < commonUnits ? (commonKinds[unit] ?? 0) : kindOf(unit)
      } while (kind & letterBit)
      if (original && kinds & unsettledBit) return undefined
      const size = position - start
      if ((kinds & ~unsettledBit) === (letterBit | digitBit)) {
        digits += size
        sounds += size
        words?.number(text, start, position, hash)
      } else {
        const traits = words === undefined ? closerLookBit : words.word(text, start, position, hash)
        if (traits & closerLookBit) {
          const hint = lookCloser(text, start, position, kinds, hash)
          digits += digitsFound(hint)
          if (foundAddress(hint)) addresses = true
        }
      }
      if (size > 1 || kinds & digitBit) singles = 0
      else if (++singles >= fewestSpaced) {
        // "t o c h k a", "д в а": any word may be spelled so.
        digits += digitsOfWord
        if (singles >= spacedLetters) {
          addresses = true
          words?.oddWord()
        }
      }
      if (joiningSigns[unit] === 1 && position + 1 < length) {
        const next = text.charCodeAt(position + 1)
        if (next === unit || (kindOf(next) & letterBit) !== 0) words?.oddWord()
      }
      if (digits > before) wordsSince = 0
      else if (++wordsSince > mostWordsBetween && digits > 0) {
        if (digits > mostDigits) mostDigits = digits
        digits = 0
      }
      continue
    }
    if (isHighSurrogate(unit)) {
      const codePoint = text.codePointAt(position) ?? 0
      if (original && !isPlainPicture(text, position, codePoint)) return undefined
      if (codePoint > 0xffff) {
        words?.sign(codePoint, position, position + 2)
        if (!addresses) addresses = isDotLike(text, position, position + 2)
        position += text.charCodeAt(position + 2) === pictureStyle ? 3 : 2
        continue
      }
    }
    if (original && (unit < commonUnits ? kind & unsettledBit : !isSettledUnit(unit))) return undefined
    if (kind & ideographBit) {
      const traits = words === undefined ? closerLookBit : words.ideograph(text, position)
      if (traits & closerLookBit) {
        if (numeralOf(text.charAt(position)) !== undefined) {
          digits += 1
          sounds += 1
          wordsSince = 0
        } else if (homophoneDigit(text.charAt(position)) !== undefined) {
          sounds += 1
          if (sounds >= fewestHomophones) mostDigits = Math.max(mostDigits, sounds)
        } else {
          sounds = 0
          if (isAddressIdeograph(unit)) addresses = true
        }
      } else sounds = 0
    } else {
      let mayBeSign = false
      if (unit >= 0x80) {
        mayBeSign = isPicture(unit)
        if (mayBeSign) words?.sign(unit, position, position + 1)
      } else {
        mayBeSign = addressSigns[unit] === 1
        if (unit === 0x40 || unit === 0x5f || unit === 0x23) accounts = true
        if (unit === 0x7c && isDigitStroke(text, position)) digits += digitsOfDisguise
      }
      if (mayBeSign && !addresses) addresses = isAddressSign(text, position, unit)
    }
    position += 1
  }
  if (digits > mostDigits) mostDigits = digits
  if (!addresses && !accounts && mostDigits < fewestDigits) return mostDigits === 0 ? nothing : fewDigits
  return { numbers: mostDigits >= fewestDigits, anyNumber: mostDigits > 0, addresses, accounts }
}

/**
 * Whether folding keeps a two-unit character, or only removes the variation selector after it, and no letter that could
 * belong to an address follows.
 */
const isPlainPicture = (text: string, position: number, codePoint: number): boolean => {
  if (!isPictureCodePoint(codePoint)) return false
  const next = text.charCodeAt(position + 2)
  if (next !== pictureStyle)
    return next < commonUnits || isSettledUnit(next) || isHighSurrogate(next) || Number.isNaN(next)
  const afterNext = text.charCodeAt(position + 3)
  return (
    Number.isNaN(afterNext) ||
    (afterNext < 0x300 && (kindOf(afterNext) & letterBit) === 0) ||
    isHighSurrogate(afterNext)
  )
}
