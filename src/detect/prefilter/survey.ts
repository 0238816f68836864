import { commonUnits, digitBit, ideographBit, kindOf, letterBit } from "../../text/characterKinds.ts"
import { isPictureCodePoint, isSettledUnit } from "../../text/fold.ts"
import { numeralOf } from "../../text/numerals.ts"
import { fewestHomophones, homophoneDigit } from "../number/homophoneDigits.ts"
import { isDigitStroke } from "../number/numberSigns.ts"
import { closerLookBit } from "../phrase/WordTrail.ts"
import { digitsOfDisguise, digitsOfWord, digitsTold, lookCloser, tellsOfAddress } from "./closerLook.ts"
import { isAddressIdeograph, isDotLike, isPicture, tellsAddress } from "./tellsAddress.ts"

/** What a message may hold, told by one look at each of its characters. Nothing is said of what it does hold. */
export interface Survey {
  /** Whether digits and number words enough for a phone or a card may stand in it. */
  readonly numbers: boolean
  /** Whether any digit or number word may stand in it. */
  readonly anyNumber: boolean
  /** Whether a host or a mailbox may stand in it. */
  readonly addresses: boolean
  /** Whether a name of an account may stand in it: @, _ or # does. */
  readonly accounts: boolean
}

/** Fewer digits are neither a phone nor a card. */
const fewestDigits = 8

/** More words than this between two digits, and they are of two numbers: a number run ends sooner. */
const mostWordsBetween = 8

/** There is neither a number nor an address nor an account. */
export const nothing: Survey = { numbers: false, anyNumber: false, addresses: false, accounts: false }
const fewDigits: Survey = { numbers: false, anyNumber: true, addresses: false, accounts: false }

/** Signs below U+0080 that may be one of an address, and all beyond but blanks, quotes and dashes of prose. */
const tellingSigns = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  ".,@/([{<*%|:=~'^;>+\\".includes(String.fromCharCode(unit)) ? 1 : 0
)

/** The bits of each common unit, and one more for those that only folding can tell. */
const unsettledBit = 128
const commonKinds = Uint8Array.from(
  { length: commonUnits },
  (_, unit) => kindOf(unit) | (isSettledUnit(unit) ? 0 : unsettledBit)
)

/** Is told of the words of a text while it is looked over. */
export interface WordListener {
  /**
   * A word with a letter in it: `hash` is the same for the same units. Answers with `closerLookBit` among the bits unless such a word can be
   * no part of a number and of an address.
   */
  readonly word: (text: string, start: number, end: number, hash: number) => number
  /** A word of digits only. */
  readonly number: (text: string, start: number, end: number, hash: number) => void
  /** A Chinese character; answers as for a word. */
  readonly ideograph: (text: string, start: number) => number
  /** A sign beyond ASCII that is no blank, quote or dash of prose. */
  readonly sign: (codePoint: number, start: number, end: number) => void
  /** Letters that are set apart, or a sign between letters that may stand for one: words that only `tokenize` can tell. */
  readonly oddWord: () => void
}

/** Looks over a folded text once. */
export const surveyOf = (text: string, words?: WordListener): Survey => look(text, false, words) ?? nothing

/** Looks over a text that is not folded yet; undefined when folding it takes more than lower-casing, so that it has to be folded first. */
export const surveyOfOriginal = (text: string, words?: WordListener): Survey | undefined => look(text, true, words)

/** So many words of one letter in a row may be one word: fewer are what `tokenize` joins. */
const spacedLetters = 4

/** The shortest number words whose letters are set apart have three: "д в а". */
const fewestSpaced = 3

/** Signs that stand within a word for `tokenize`, by their units below U+2100. */
const joiningSigns = Uint8Array.from({ length: 0x2100 }, (_, unit) =>
  "'`@$’‘€*#·•".includes(String.fromCharCode(unit)) ? 1 : 0
)

/** Half of a character beyond U+FFFF; most of those in messages are pictures. */
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const pictureStyle = 0xfe0f

const look = (text: string, original: boolean, words: WordListener | undefined): Survey | undefined => {
  const { length } = text
  let digits = 0
  let mostDigits = 0
  let wordsSince = 0
  let singles = 0
  /** Digits and characters that sound like digits since the last other Chinese character. */
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
        // Beyond the end there is no number, and reckoning with none would make all of this slow.
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
          const told = lookCloser(text, start, position, kinds, hash)
          digits += digitsTold(told)
          if (tellsOfAddress(told)) addresses = true
        }
      }
      if (size > 1 || kinds & digitBit) singles = 0
      else if (++singles >= fewestSpaced) {
        // "t o c h k a", "д в а": whatever the word is.
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
      let mayTell = false
      if (unit >= 0x80) {
        mayTell = isPicture(unit)
        if (mayTell) words?.sign(unit, position, position + 1)
      } else {
        mayTell = tellingSigns[unit] === 1
        if (unit === 0x40 || unit === 0x5f || unit === 0x23) accounts = true
        if (unit === 0x7c && isDigitStroke(text, position)) digits += digitsOfDisguise
      }
      if (mayTell && !addresses) addresses = tellsAddress(text, position, unit)
    }
    position += 1
  }
  if (digits > mostDigits) mostDigits = digits
  if (!addresses && !accounts && mostDigits < fewestDigits) return mostDigits === 0 ? nothing : fewDigits
  return { numbers: mostDigits >= fewestDigits, anyNumber: mostDigits > 0, addresses, accounts }
}

/**
 * Whether folding keeps the character of two units as it is, or only takes away the sign behind it that asks for colours, where no letter
 * follows that could belong to an address.
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
