import { digitBit, ideographBit, kindOf, latinBit, letterBit } from "../text/characterKinds.ts"
import { isPictureCodePoint, isSettledUnit } from "../text/fold.ts"
import { numeralOf, numeralOpenings, openingHash } from "../text/numerals.ts"
import { digitsInWord, isMixedScript } from "./digitsInWord.ts"
import { bracketedRoleOf, signRoleOf, spokenTop } from "./spelledSigns.ts"
import { isSureTop, isTop } from "./topLevels.ts"

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
  "nok",
  "nuq",
  "нүк",
  "нук",
  "нуқ",
  "кра",
  "кро",
  "www",
  "ввв"
]

const numberWord = 1
const addressWord = 2

/** What a word may be that begins with three letters, at their hash; words of other letters get a closer look in vain, no more. */
const openings = Uint8Array.from(numeralOpenings)

for (const opening of addressOpenings) {
  const hash = openingHash(opening.charCodeAt(0), opening.charCodeAt(1), opening.charCodeAt(2))
  openings[hash] = (openings[hash] ?? 0) | addressWord
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

/** The small letter of each common unit. */
const smallLetters = Uint16Array.from({ length: commonUnits }, (_, unit) =>
  isSettledUnit(unit) ? String.fromCharCode(unit).toLowerCase().charCodeAt(0) : unit
)

const smallLetter = (unit: number): number => (unit < commonUnits ? (smallLetters[unit] ?? unit) : unit)

/** Is told of words of a text while it is looked over. */
export interface WordListener {
  /**
   * 1 at the `wordOpening` of words that are to be told, with `anyUnit` for the third and the fourth unit where these do not matter. Words
   * whose letters may stand for others are always told: those of several scripts, with digits, or with a letter three times in a row.
   */
  readonly openings: Readonly<Uint8Array>
  /** `hash` is the same for the same units. */
  readonly word: (text: string, start: number, end: number, hash: number, isNumber: boolean) => void
  readonly ideograph: (text: string, start: number, end: number) => void
  /** A sign beyond ASCII. */
  readonly sign: (codePoint: number) => void
  /** Letters that are set apart, or a sign between letters that may stand for one: words that only `tokenize` can tell. */
  readonly oddWord: () => void
}

/** How many places the table of a listener's openings has. */
export const wordOpenings = 1 << 14

/** Stands in a `wordOpening` for whatever a word goes on with. */
export const anyUnit = 1

/** The place of the first four letters of a word, in small letters; 0 stands for those that a shorter word lacks. */
export const wordOpening = (first: number, second: number, third: number, fourth: number): number =>
  (((first * 31 + second) * 31 + third) * 31 + fourth) & (wordOpenings - 1)

/** The small letter of a unit, with е for ё as tokens have it. */
const tokenLetter = (unit: number): number => {
  const small = smallLetter(unit)
  return small === 0x451 ? 0x435 : small
}

const isOpening = (openings: Readonly<Uint8Array>, text: string, start: number, size: number): boolean => {
  const first = tokenLetter(text.charCodeAt(start))
  const second = size > 1 ? tokenLetter(text.charCodeAt(start + 1)) : 0
  const third = size > 2 ? tokenLetter(text.charCodeAt(start + 2)) : 0
  const fourth = size > 3 ? tokenLetter(text.charCodeAt(start + 3)) : 0
  return (
    openings[wordOpening(first, second, third, fourth)] === 1 ||
    openings[wordOpening(first, second, third, anyUnit)] === 1 ||
    openings[wordOpening(first, second, anyUnit, anyUnit)] === 1
  )
}

/** Looks over a folded text once. */
export const surveyOf = (text: string, words?: WordListener): Survey => look(text, false, words) ?? nothing

/** Looks over a text that is not folded yet; undefined when folding it takes more than lower-casing, so that it has to be folded first. */
export const surveyOfOriginal = (text: string, words?: WordListener): Survey | undefined => look(text, true, words)

/** So many words of one letter in a row may be one word: fewer are what `tokenize` joins. */
const spacedLetters = 4

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
      let previous = 0
      let repeats = 0
      let stretched = false
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
          }
          inWord = true
        }
        kinds |= kind
        if (unit !== previous) repeats = 0
        else if (++repeats === 2) stretched = true
        previous = unit
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
        digits += (kinds & digitBit) === 0 ? digitsInWord(text, start, position, hash) : digitsOfWord
      }
      const size = position - start
      if (size > 1 || kinds & digitBit) singles = 0
      else if (++singles >= spacedLetters) {
        // "t o c h k a", "с е м ь": whatever the word is.
        digits += digitsOfWord
        addresses = true
        words?.oddWord()
      }
      if (words !== undefined) {
        const isNumber = kinds === (letterBit | digitBit)
        if (mixed || stretched || kinds & digitBit || isOpening(words.openings, text, start, size)) {
          words.word(text, start, position, hash, isNumber)
        }
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

const isBesideDigit = (text: string, position: number): boolean =>
  ((kindOf(text.charCodeAt(position - 1)) | kindOf(text.charCodeAt(position + 1))) & digitBit) !== 0

const isAddressWord = (text: string, position: number): boolean => {
  const word = labelFrom(text, position)
  const hyphen = word.indexOf("-")
  const first = hyphen < 0 ? word : word.slice(0, hyphen)
  return first === "www" || first === "ввв" || signRoleOf(first) === "dot"
}

/** 点 and 艾 of 艾特. */
const ideographDot = 0x70b9
const ideographAt = 0x827e

/** No blank, quote or dash of prose: « », and those from U+2010 to U+2026. */
const isPicture = (unit: number): boolean =>
  unit !== 0xa0 && unit !== 0xab && unit !== 0xbb && (unit < 0x2010 || unit > 0x2026 || unit === 0x2022)

/** Whether a sign may be one of an address: an @, a scheme's slashes, a dot or what is written for one before a top level. */
const tellsAddress = (text: string, position: number, unit: number): boolean => {
  switch (unit) {
    case 0x40: // @
      return true
    case 0x2e: // .
    case 0x3002: {
      const following = text.charCodeAt(position + 1)
      const next = kindOf(following)
      if (next & digitBit) return mayBeIpAddress(text, position) || isTopAfter(text, position + 1)
      if (next & letterBit) return isTopAfter(text, position + 1)
      if (following !== 0x20) return false
      // "s h o p . r u" and "t . me"; "shop. ru"
      return text.charCodeAt(position - 1) === 0x20
        ? mayBeTopAfter(text, position + 2)
        : isSureTopAfter(text, position + 2)
    }
    case 0x2f: // /
      return text.charCodeAt(position + 1) === 0x2f
    case 0x2c: // ,
      return isSureTopAfter(text, position + 1)
    case 0x28: // (
    case 0x5b: // [
    case 0x7b: // {
    case 0x3c: // <
      return mayBeBracketedSign(text, position)
    default:
      return isDotLike(text, position, position + 1)
  }
}

const mayBeIpAddress = (text: string, position: number): boolean =>
  (kindOf(text.charCodeAt(position - 1)) & digitBit) !== 0 &&
  /^\d{1,3}\.\d{1,3}\.\d{1,3}/.test(text.slice(position + 1, position + 12))

/** The longest top level, in punycode, has some twenty letters. */
const longestTop = 24

const labelFrom = (text: string, from: number): string => {
  let end = from
  while (end < text.length && end - from < longestTop) {
    const unit = text.charCodeAt(end)
    if ((kindOf(unit) & letterBit) === 0 && unit !== 0x2d) break
    end += 1
  }
  while (end > from && text.charCodeAt(end - 1) === 0x2d) end -= 1
  return text.slice(from, end).toLowerCase()
}

const isTopAfter = (text: string, from: number): boolean => {
  const label = labelFrom(text, from)
  return isTop(label) || spokenTop(label) !== undefined
}

/** A top level, or the first letter of one whose letters are set apart. */
const mayBeTopAfter = (text: string, from: number): boolean =>
  labelFrom(text, from).length === 1 || isTopAfter(text, from)

/** A comma or a blank is taken for a part of a dot before these only: "maslovoz,ru", "shop. ru", but not "хорошо,но", "the end. It is". */
const isSureTopAfter = (text: string, from: number): boolean => {
  const first = text.charCodeAt(from)
  // All of them begin with a Latin letter but рф.
  if ((kindOf(first) & latinBit) === 0 && first !== 0x440 && first !== 0x420) return false
  const label = labelFrom(text, from)
  return isSureTop(label) || label === "net" || label === "me"
}

const bracketedOpenings = "@.。/-_aаэесгdnтзk点艾小at["

/** "(at)", "[.]", "(собака)"; the words in other brackets are longer or begin otherwise. */
const mayBeBracketedSign = (text: string, position: number): boolean => {
  const start = text.charCodeAt(position + 1) === 0x20 ? position + 2 : position + 1
  if (!bracketedOpenings.includes(text.charAt(start).toLowerCase())) return false
  const closes = text.slice(start, start + 16).search(/[)\]}>]/)
  return (
    closes > 0 &&
    bracketedRoleOf(
      text
        .slice(start, start + closes)
        .trim()
        .toLowerCase()
    ) !== undefined
  )
}

/** Whether a picture may stand for a dot: letters or digits stand right before it, and a top level right after: "shop🔴ru". */
const isDotLike = (text: string, start: number, end: number): boolean =>
  (kindOf(text.charCodeAt(start - 1)) & letterBit) !== 0 && isTopAfter(text, end)
