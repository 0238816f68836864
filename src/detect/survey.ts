import { digitBit, ideographBit, kindOf, letterBit } from "../text/characterKinds.ts"
import { isPictureCodePoint, isSettledUnit } from "../text/fold.ts"
import { numeralOf, numeralOpenings, openingHash } from "../text/numerals.ts"
import { smallLetter } from "../text/smallLetter.ts"
import { digitsInWord, isMixedScript } from "./digitsInWord.ts"
import { cutNumeral } from "./spacedNumeral.ts"
import {
  ideographAt,
  ideographDot,
  isAddressWord,
  isDotLike,
  isDotlessTopAt,
  isPicture,
  tellsAddress
} from "./tellsAddress.ts"

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

/** A number word says up to three digits: "девятьсот". */
const digitsOfWord = 3

/** Fewer digits are neither a phone nor a card. */
const fewestDigits = 8

/** More words than this between two digits, and they are of two numbers: a number run ends sooner. */
const mostWordsBetween = 8

/** Where one letter stands for a digit, more may ("8 9О5 ЗЗЗ 22 ll"). */
const digitsOfDisguise = 3

/** Letters that are written for digits: о о з б і i l ч s в z g q b. */
const likeDigits = Uint8Array.from({ length: 0x530 }, (_, unit) =>
  "оoзбіilчsѕвzgqbОOЗБІIЧSЅВZGQB".includes(String.fromCharCode(unit)) ? 1 : 0
)

/** How the words begin that an address can be spelled with; each entry tells any word that begins so. */
const addressOpenings = [
  "точ",
  "тчк",
  "тча",
  "дот",
  "dot",
  "toc",
  "соб",
  "саб",
  "sob",
  "nok",
  "nuq",
  "нүк",
  "нук",
  "нуқ",
  "кра",
  "кро",
  "www",
  "ввв",
  "toc",
  "d0t",
  "т0ч"
]

/** Top levels before which a blank may stand for a dot; after those of two letters a word ends. */
const dotlessOpenings = [
  "com",
  "ком",
  "org",
  "орг",
  ...["ru", "ру", "рф"].flatMap((top) => [..." .,;:!?/)»\"'\n"].map((end) => top + end))
]

const numberWord = 1
const addressWord = 2
const dotlessTop = 4

/** What a word may be that begins with three letters, at their hash; words of other letters get a closer look in vain, no more. */
const openings = Uint8Array.from(numeralOpenings)

for (const opening of addressOpenings) {
  const hash = openingHash(opening.charCodeAt(0), opening.charCodeAt(1), opening.charCodeAt(2))
  openings[hash] = (openings[hash] ?? 0) | addressWord
}

for (const opening of dotlessOpenings) {
  const hash = openingHash(opening.charCodeAt(0), opening.charCodeAt(1), opening.charCodeAt(2))
  openings[hash] = (openings[hash] ?? 0) | dotlessTop
}

const nothing: Survey = { numbers: false, anyNumber: false, addresses: false, accounts: false }
const fewDigits: Survey = { numbers: false, anyNumber: true, addresses: false, accounts: false }

/** Signs below U+0080 that may be one of an address, and all beyond but blanks, quotes and dashes of prose. */
const tellingSigns = Uint8Array.from({ length: 0x80 }, (_, unit) =>
  ".,@/([{<*".includes(String.fromCharCode(unit)) ? 1 : 0
)

/** ASCII, Latin, Greek and Cyrillic: nearly all that is ever written here. */
const commonUnits = 0x530

/** The bits of each common unit, and one more for those that only folding can tell. */
const unsettledBit = 128
const commonKinds = Uint8Array.from(
  { length: commonUnits },
  (_, unit) => kindOf(unit) | (isSettledUnit(unit) ? 0 : unsettledBit)
)

/** Is told of words of a text while it is looked over. */
export interface WordListener {
  /** A word or a number: `hash` is the same for the same units. */
  readonly word: (text: string, start: number, end: number, hash: number, isNumber: boolean) => void
  readonly ideograph: (text: string, start: number, end: number) => void
  /** A sign beyond ASCII. */
  readonly sign: (codePoint: number) => void
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

/** Signs that stand within a word for `tokenize`: ' ’ ‘ ` @ € $ */
const joinsLetters = (unit: number): boolean =>
  unit === 0x27 ||
  unit === 0x60 ||
  unit === 0x40 ||
  unit === 0x24 ||
  unit === 0x2019 ||
  unit === 0x2018 ||
  unit === 0x20ac

/** Half of a character beyond U+FFFF; most of those in messages are pictures. */
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff

const pictureStyle = 0xfe0f

const look = (text: string, original: boolean, words: WordListener | undefined): Survey | undefined => {
  const { length } = text
  let digits = 0
  let mostDigits = 0
  let wordsSince = 0
  let singles = 0
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
      let inWord = false
      let mayBeNumber = false
      do {
        if (original && (unit < commonUnits ? kind & unsettledBit : !isSettledUnit(unit))) return undefined
        if (kind & digitBit) {
          digits += 1
          inWord = false
        } else if (!inWord) {
          if (likeDigits[unit] === 1 && isBesideDigit(text, position)) digits += digitsOfDisguise
          const second = position + 1 < length ? smallLetter(text.charCodeAt(position + 1)) : 0x20
          const third = position + 2 < length ? smallLetter(text.charCodeAt(position + 2)) : 0x20
          const opening = openings[openingHash(smallLetter(unit), second, third)] ?? 0
          if (opening !== 0) {
            if (opening & numberWord) mayBeNumber = true
            if (opening & addressWord && !addresses) addresses = isAddressWord(text, position)
            if (opening & dotlessTop && !addresses) addresses = isDotlessTopAt(text, position)
          }
          inWord = true
        }
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
      const mixed = isMixedScript(kinds)
      if (mayBeNumber || mixed) {
        const said = (kinds & digitBit) === 0 ? digitsInWord(text, start, position, hash) : digitsOfWord
        digits += said < digitsOfWord && mayBeNumber && isCutNumeral(text, start, position) ? digitsOfWord : said
      }
      if (mixed && !addresses) addresses = isAddressWord(text, start)
      const size = position - start
      if (size > 1 || kinds & digitBit) singles = 0
      else if (++singles >= fewestSpaced) {
        // "t o c h k a", "д в а": whatever the word is.
        digits += digitsOfWord
        if (singles >= spacedLetters) {
          addresses = true
          words?.oddWord()
        }
      }
      if (words !== undefined) {
        const isNumber = kinds === (letterBit | digitBit)
        words.word(text, start, position, hash, isNumber)
        if (position + 1 < length && joinsLetters(unit) && (kindOf(text.charCodeAt(position + 1)) & letterBit) !== 0) {
          words.oddWord()
        }
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
        words?.sign(codePoint)
        if (!addresses) addresses = isDotLike(text, position, position + 2)
        position += text.charCodeAt(position + 2) === pictureStyle ? 3 : 2
        continue
      }
    }
    if (original && (unit < commonUnits ? kind & unsettledBit : !isSettledUnit(unit))) return undefined
    if (kind & ideographBit) {
      words?.ideograph(text, position, position + 1)
      if (numeralOf(text.charAt(position)) !== undefined) {
        digits += 1
        wordsSince = 0
      } else if (unit === ideographDot || unit === ideographAt) addresses = true
    } else {
      if (unit >= 0x80) words?.sign(unit)
      else if (unit === 0x40 || unit === 0x5f || unit === 0x23) accounts = true
      if (!addresses && (unit < 0x80 ? tellingSigns[unit] === 1 : isPicture(unit))) {
        addresses = tellsAddress(text, position, unit)
      }
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

/** Whether the word is the first piece of a number word: "де вять". */
const isCutNumeral = (text: string, start: number, end: number): boolean =>
  (text.charCodeAt(end) === 0x20 || text.charCodeAt(end) === 0x2d) && cutNumeral(text, start, end) !== undefined

const isBesideDigit = (text: string, position: number): boolean =>
  ((kindOf(text.charCodeAt(position - 1)) | kindOf(text.charCodeAt(position + 1))) & digitBit) !== 0
