import { commonUnits, cyrillicBit, digitBit, kindOf, latinBit, letterBit } from "../../text/characterKinds.ts"
import { mayGoOnAsNumeral, numeralOf, numeralOpenings, openingHash } from "../../text/numerals.ts"
import { smallLetter } from "../../text/smallLetter.ts"
import { isDotlessTop, isTopBeforePage } from "../address/topLevels.ts"
import { lettersForDigits } from "../number/digitForLetter.ts"
import { digitsInWord, isMixedScript, saysDigits } from "../number/digitsInWord.ts"
import { homophoneDigit } from "../number/homophoneDigits.ts"
import { isApostrophe } from "../number/numberSigns.ts"
import { cutNumeral, isCutAfter } from "../number/spacedNumeral.ts"
import { addressOpenings, dotlessOpenings } from "./addressOpenings.ts"
import { isAddressIdeograph, isAddressWord, isDotlessTopAt, isGluedAddress, mayBeAddressWord } from "./isAddressSign.ts"

/** The maximum number of digits per number word: "девятьсот". */
export const digitsOfWord = 3

/** Where one letter stands for a digit, more may follow ("8 9О5 ЗЗЗ 22 ll"). */
export const digitsOfDisguise = 3

/** 1 for each unit that resembles a digit, in either case: о, з, б. */
const likeDigits = new Uint8Array(commonUnits)

for (const letter of lettersForDigits) {
  for (const form of [letter, letter.toUpperCase()]) likeDigits[form.charCodeAt(0)] = 1
}

const scriptBits = cyrillicBit | latinBit

const numberWord = 1
const addressWord = 2
const dotlessTop = 4
const anyOpening = numberWord | addressWord | dotlessTop

/**
 * What words with the same first three letters may be, by their hash. A collision only costs a needless closer look.
 */
const openings = numeralOpenings.slice()

const remember = (opening: string, bit: number): void => {
  const hash = openingHash(opening.charCodeAt(0), opening.charCodeAt(1), opening.charCodeAt(2))
  openings[hash] = (openings[hash] ?? 0) | bit
}

for (const opening of addressOpenings) remember(opening, addressWord)
for (const opening of dotlessOpenings) remember(opening, dotlessTop)

/** What the word at `position` may be, judging by its first three characters; behind a shorter word any sign will do. */
const openingAt = (text: string, position: number): number => {
  const { length } = text
  const first = smallLetter(text.charCodeAt(position))
  const second = position + 1 < length ? smallLetter(text.charCodeAt(position + 1)) : blank
  const third = position + 2 < length ? smallLetter(text.charCodeAt(position + 2)) : blank
  const opening = openings[openingHash(first, second, third)] ?? 0
  const endsInSign = third !== blank && (kindOf(third) & (letterBit | digitBit)) === 0
  return endsInSign ? opening | (openings[openingHash(first, second, blank)] ?? 0) : opening
}

const blank = 0x20

/** Shorter words are identified only together with the characters after them. */
const openingLetters = 3

/**
 * Whether a word may be part of a number or an address in some context, so that `lookCloser` must check each
 * occurrence. The result depends only on the word.
 */
export const mayNeedCloserLook = (text: string, start: number, end: number): boolean => {
  let kinds = 0
  for (let position = start; position < end; position++) kinds |= kindOf(text.charCodeAt(position))
  if (isMixture(kinds)) return true
  const opening = end - start < openingLetters ? anyOpening : openingAt(text, start)
  if (isGluedAddress(text, start, end)) return true
  if (opening === 0) return false
  const word = text.slice(start, end).toLowerCase()
  return (
    ((opening & numberWord) !== 0 && (saysDigits(word) || mayGoOnAsNumeral(word.replace(/[ёэ]/g, "е")))) ||
    ((opening & addressWord) !== 0 && mayBeAddressWord(word)) ||
    ((opening & dotlessTop) !== 0 && (isDotlessTop(word) || isTopBeforePage(word)))
  )
}

/**
 * Whether an ideograph may be part of a number or an address: a digit, a homophone of one, or a word for a dot or @.
 */
export const mayIdeographNeedCloserLook = (character: string): boolean =>
  numeralOf(character) !== undefined ||
  homophoneDigit(character) !== undefined ||
  isAddressIdeograph(character.charCodeAt(0))

/**
 * What a word may be part of in its context, packed into one number that `digitsFound` and `foundAddress` unpack: a
 * text has too many words to allocate an object for each.
 *
 * @param kinds the flags of all its units.
 * @param hash a hash of its units.
 */
export const lookCloser = (text: string, start: number, end: number, kinds: number, hash: number): number => {
  if (end - start < openingLetters && !isMixture(kinds) && openingAt(text, start) === 0) return 0
  let digits = 0
  let address = false
  let mayBeNumber = false
  let inWord = false
  for (let position = start; position < end; position++) {
    const unit = text.charCodeAt(position)
    if (kindOf(unit) & digitBit) {
      digits += 1
      inWord = false
    } else if (!inWord) {
      if (likeDigits[unit] === 1 && isBesideDigit(text, position)) digits += digitsOfDisguise
      const opening = openingAt(text, position)
      if (opening & numberWord) mayBeNumber = true
      if (opening & addressWord && !address) address = isAddressWord(text, position)
      if (opening & dotlessTop && !address) address = isDotlessTopAt(text, position)
      inWord = true
    }
  }
  const mixed = isMixedScript(kinds)
  // "в0семь", "d0t": digits used as letters.
  const hidden = (kinds & digitBit) !== 0 && (kinds & scriptBits) !== 0 && end - start > 2
  if (mayBeNumber || mixed || hidden) {
    const isWord = (kinds & digitBit) === 0 || (hidden && !mayBeNumber && !mixed)
    const spoken = isWord ? digitsInWord(text, start, end, hash) : digitsOfWord
    digits += spoken < digitsOfWord && mayBeNumber && isCutNumeral(text, start, end) ? digitsOfWord : spoken
  }
  if ((mixed || hidden) && !address) address = isAddressWord(text, start)
  if (!address) address = isGluedAddress(text, start, end)
  return digits * 2 + (address ? 1 : 0)
}

/** The maximum number of digits that the word may stand for. */
export const digitsFound = (found: number): number => found >> 1

/** Whether the word may belong to an address. */
export const foundAddress = (found: number): boolean => (found & 1) !== 0

/** Whether a word contains digits or mixes scripts. */
const isMixture = (kinds: number): boolean => (kinds & digitBit) !== 0 || isMixedScript(kinds)

/** Whether the word is the first piece of a split number word: "де вять", "дев'ять". */
const isCutNumeral = (text: string, start: number, end: number): boolean =>
  (isApostrophe(text.charCodeAt(end)) && beginsNumeral(text.slice(start, end).toLowerCase())) ||
  (isCutAfter(text, start, end) && cutNumeral(text, start, end) !== undefined)

/** Whether a number word begins with these lower-case letters. */
const beginsNumeral = (letters: string): boolean => mayGoOnAsNumeral(letters.replace(/ё/g, "е"))

const isBesideDigit = (text: string, position: number): boolean =>
  ((kindOf(text.charCodeAt(position - 1)) | kindOf(text.charCodeAt(position + 1))) & digitBit) !== 0
