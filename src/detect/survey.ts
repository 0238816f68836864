import { digitBit, ideographBit, kindOf, latinBit, letterBit } from "../text/characterKinds.ts"
import { isSettledUnit } from "../text/fold.ts"
import { numeralOf, numeralOpenings, openingHash } from "../text/numerals.ts"
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
}

/** A number word says up to three digits: "девятьсот". */
const digitsOfWord = 3

/** Fewer digits are neither a phone nor a card. */
const fewestDigits = 8

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

const nothing: Survey = { numbers: false, anyNumber: false, addresses: false }
const fewDigits: Survey = { numbers: false, anyNumber: true, addresses: false }

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

/** Looks over a folded text once. */
export const surveyOf = (text: string): Survey => look(text, false) ?? nothing

/** Looks over a text that is not folded yet; undefined when folding it takes more than lower-casing, so that it has to be folded first. */
export const surveyOfOriginal = (text: string): Survey | undefined => look(text, true)

const look = (text: string, original: boolean): Survey | undefined => {
  const { length } = text
  let digits = 0
  let addresses = false
  let inWord = false
  for (let position = 0; position < length; position++) {
    const unit = text.charCodeAt(position)
    if (unit === 0x20) {
      inWord = false
      continue
    }
    const kind = unit < commonUnits ? (commonKinds[unit] ?? 0) : kindOf(unit)
    if (kind & letterBit) {
      if (kind & digitBit) {
        digits += 1
        inWord = false
      } else if (!inWord) {
        if (original && kind & unsettledBit) return undefined
        if (likeDigits[unit] === 1 && isBesideDigit(text, position)) digits += digitsOfDisguise
        const second = smallLetter(text.charCodeAt(position + 1))
        const third = smallLetter(text.charCodeAt(position + 2))
        const opening = openings[openingHash(smallLetter(unit), second, third)] ?? 0
        if (opening !== 0) {
          if (opening & numberWord) digits += digitsOfWord
          if (opening & addressWord && !addresses) addresses = isAddressWord(text, position)
        }
        inWord = true
        if (original && unit >= commonUnits && !isSettledUnit(unit)) return undefined
      } else if (original && (kind & unsettledBit || (unit >= commonUnits && !isSettledUnit(unit)))) return undefined
      continue
    }
    if (original && (unit < commonUnits ? kind & unsettledBit : !isSettledUnit(unit))) return undefined
    inWord = false
    if (kind & ideographBit) {
      if (numeralOf(text.charAt(position)) !== undefined) digits += 1
      else if (unit === ideographDot || unit === ideographAt) addresses = true
    } else if (!addresses && (unit < 0x80 ? tellingSigns[unit] === 1 : isPicture(unit))) {
      addresses = tellsAddress(text, position, unit)
    }
  }
  if (!addresses && digits < fewestDigits) return digits === 0 ? nothing : fewDigits
  return { numbers: digits >= fewestDigits, anyNumber: digits > 0, addresses }
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
      return text.charCodeAt(position - 1) === 0x20 || isSureTopAfter(text, position + 2)
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
      // A picture between two letters: "shop🔴ru".
      return isBetweenLetters(text, position, unit)
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

const isBetweenLetters = (text: string, position: number, unit: number): boolean => {
  if ((kindOf(text.charCodeAt(position + 1)) & letterBit) === 0) return false
  const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff
  return (kindOf(text.charCodeAt(isLowSurrogate ? position - 2 : position - 1)) & letterBit) !== 0
}
