import {
  cyrillicBit,
  digitBit,
  greekBit,
  ideographBit,
  kindAt,
  kindOf,
  latinBit,
  letterBit,
  surrogateBit,
  widthAt
} from "./characterKinds.ts"
import { isGreeting } from "./isGreeting.ts"
import { isWholeWord } from "./isWholeWord.ts"
import { joinSpacedLetters } from "./joinSpacedLetters.ts"
import type { Token } from "./Token.ts"
import { undisguise, unstretched } from "./undisguise.ts"

/**
 * A full stop after a word of at most this length usually marks an abbreviation ("тел.", "г.") and does not end a
 * sentence.
 */
const longestAbbreviation = 3

/** This many single letters in a row may be one word written with gaps. */
const fewestSpacedLetters = 4

/**
 * Splits a folded text into words and numbers, and counts its sentences. A sentence ends at ! ? … ; at a line break
 * (except after a colon or comma) and at a full stop before a blank or the end. Disguises are removed from words:
 * look-alike letters and signs are replaced by the letters that they stand for, and letters written apart
 * ("т е л е г р а м") are joined.
 */
export const tokenize = (text: string): ReadonlyArray<Token> => {
  const tokens: Array<{ -readonly [Field in keyof Token]: Token[Field] }> = []
  const { length } = text
  let sentence = 0
  let position = 0
  let singles = 0
  let mostSingles = 0
  let previous: { -readonly [Field in keyof Token]: Token[Field] } | undefined
  while (position < length) {
    const unit = text.charCodeAt(position)
    if (unit === 0x20) {
      position += 1
      continue
    }
    const kind = unit < surrogates ? kindOf(unit) : kindAt(text, position)
    if (kind === 0) {
      if (previous !== undefined && previous.sentence === sentence) {
        if (unit === 0x3f) previous.question = true
        if (endsSentence(text, position, unit, previous.end - previous.start)) sentence += 1
      }
      position += 1
      continue
    }
    const start = position
    let word: string
    if (kind & ideographBit) {
      position += widthAt(text, position)
      word = text.slice(start, position)
    } else {
      position = endOfPlainWord(text, position)
      const next = position < length ? text.charCodeAt(position) : 0x20
      if (position === start || mayGoOn(next)) {
        const read = readWord(text, start)
        position = read.end
        word = read.word
      } else word = text.slice(start, position)
    }
    if (position - start === 1 && (kind & (ideographBit | digitBit)) === 0) {
      singles += 1
      if (singles > mostSingles) mostSingles = singles
    } else singles = 0
    previous = { word, start, end: position, sentence, question: false }
    tokens.push(previous)
  }
  return mostSingles >= fewestSpacedLetters ? joinSpacedLetters(text, tokens, fewestSpacedLetters) : tokens
}

/** Units from here on may be half a character. */
const surrogates = 0xd800

/**
 * The end of a word that needs no normalization: one script, no ё, no digits mixed in, no character three times in a
 * row. `from` for any other word.
 */
const endOfPlainWord = (text: string, from: number): number => {
  const { length } = text
  let position = from
  let kinds = 0
  let before = 0
  let beforeThat = 0
  while (position < length) {
    const unit = text.charCodeAt(position)
    const kind = kindOf(unit)
    if ((kind & letterBit) === 0) break
    if (unit === yo || (unit === before && unit === beforeThat)) return from
    kinds |= kind
    beforeThat = before
    before = unit
    position += 1
  }
  const mixed = kinds & mixableBits
  return (mixed & (mixed - 1)) === 0 ? position : from
}

/** Whether a word may continue after this unit: an apostrophe, a sign used as a letter, or half a character. */
const mayGoOn = (unit: number): boolean =>
  unit >= surrogates || isApostrophe(unit) || isLetterSign(unit) || isMaskSign(unit)

/** The scripts and digits that may be mixed in a disguised word. */
const mixableBits = latinBit | cyrillicBit | greekBit | digitBit

/**
 * Reads a word from a letter or digit. Apostrophes and signs used as letters belong to it if letters surround them.
 * Signs that hide letters of a masked word become stars: "тел••он" is "тел**он".
 */
const readWord = (text: string, from: number): { readonly word: string; readonly end: number } => {
  const { length } = text
  let position = from
  let kinds = 0
  let signs = false
  let stretched = false
  let masked = false
  let plain = true
  let repeated = 1
  let previousUnit = 0
  while (position < length) {
    const unit = text.charCodeAt(position)
    const kind = kindOf(unit)
    if (kind & letterBit) {
      kinds |= kind
      if (unit === previousUnit) {
        repeated += 1
        if (repeated >= 3 && (kind & digitBit) === 0) stretched = true
      } else repeated = 1
      if (unit === yo) plain = false
      previousUnit = unit
      position += 1
    } else if (kind === surrogateBit && kindAt(text, position) & letterBit) {
      position += 2
    } else if (isApostrophe(unit) && position + 1 < length && kindAt(text, position + 1) & letterBit) {
      plain = false
      position += 1
    } else if (isLetterSign(unit) && standsForLetter(text, position, from)) {
      signs = true
      position += 1
    } else if (isMaskSign(unit) && (masked || isMasked(text, from))) {
      masked = true
      position += 1
    } else break
  }
  let word = text.slice(from, position)
  if (!plain) word = word.replace(/ё/g, "е").replace(/[’‘ʼʻ`]/g, "'")
  if (masked) word = word.replace(/[#·•]/g, "*")
  const mixed = kinds & mixableBits
  if (signs || (mixed & (mixed - 1)) !== 0) word = undisguise(word)
  if (stretched && (kinds & digitBit) === 0) word = unstretched(word)
  return { word, end: position }
}

const yo = 0x451

/** ' ’ ‘ ʼ ʻ `; Unicode classifies two of them as letters, and they are read as such. */
const isApostrophe = (unit: number): boolean =>
  unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc || unit === 0x2bb || unit === 0x60

/** @ € $ */
const isLetterSign = (unit: number): boolean => unit === 0x40 || unit === 0x20ac || unit === 0x24

/** * # · • */
export const isMaskSign = (unit: number): boolean => unit === 0x2a || unit === 0x23 || unit === 0xb7 || unit === 0x2022

/** More signs than this separate the letters of a word and hide none: "т*е*л*е*ф*о*н". */
const mostMasked = 3

/** The maximum length of a masked word. */
const longestMasked = 16

/** Whether the word at `start` has letters hidden by signs: "т*лефон", "тел••он", but not "ш*в*г" and "дом*". */
const isMasked = (text: string, start: number): boolean => {
  let hidden = 0
  let letters = 0
  let together = 0
  let most = 0
  let position = start
  for (; position < text.length && position - start <= longestMasked; position++) {
    const unit = text.charCodeAt(position)
    if (isMaskSign(unit)) {
      hidden += 1
      together = 0
      continue
    }
    if ((kindOf(unit) & (letterBit | digitBit | ideographBit)) !== letterBit) break
    letters += 1
    together += 1
    if (together > most) most = together
  }
  return hidden <= mostMasked && letters > hidden && most > 1 && together > 0
}

/**
 * Whether a sign stands for a letter: letters surround it and no host follows. "wh@tsapp", "v@ts@p", but not
 * "ivan@mail.ru" and "ivan@shop_msk".
 */
const standsForLetter = (text: string, sign: number, start: number): boolean => {
  if (sign === start) return false
  const lettersOnly = letterBit | digitBit
  if ((kindOf(text.charCodeAt(sign - 1)) & lettersOnly) !== letterBit) return false
  let position = sign + 1
  while (position < text.length && position - sign <= longestRest) {
    const unit = text.charCodeAt(position)
    const isLetter = (kindOf(unit) & lettersOnly) === letterBit
    // Another sign continues the word: "в@тс@п".
    if (!isLetter && !(isLetterSign(unit) && !isLetterSign(text.charCodeAt(position - 1)))) break
    position += 1
  }
  const letters = position - sign - 1
  if (letters === 0 || letters > longestRest || isLetterSign(text.charCodeAt(position - 1))) return false
  const next = text.charCodeAt(position)
  const isHost =
    next === 0x2e && position + 1 < text.length && (kindOf(text.charCodeAt(position + 1)) & letterBit) !== 0
  return !isHost && next !== 0x40 && next !== 0x5f
}

/** The maximum length of the rest of a disguised word, such as the name of a messenger. */
const longestRest = 12

/**
 * Whether the sign at `position` ends the sentence of the word before it, or the greeting at the start of the text.
 *
 * @param length the length of that word, in UTF-16 units.
 */
export const endsSentence = (text: string, position: number, unit: number, length: number): boolean => {
  switch (unit) {
    case 0x21: // !
    case 0x3f: // ?
    case 0x2026: // …
    case 0x3b: // ;
    case 0x3002: // 。
      return true
    case 0x2c: // ,
      return isGreeting(text, position)
    case 0x0a:
      return !":,".includes(lastInk(text, position))
    case 0x2e: {
      const next = text.charCodeAt(position + 1)
      const ends = Number.isNaN(next) || next === 0x20 || next === 0x0a || next === 0x2e
      if (!ends) return false
      return (
        length > longestAbbreviation ||
        closesBeforeStop.includes(text.charAt(position - 1)) ||
        isWholeWord(text.slice(position - length, position).toLowerCase())
      )
    }
    default:
      return false
  }
}

/** Between a short word and a full stop, these show that the word is no abbreviation: "минус 7 %. В шоуруме". */
const closesBeforeStop = '%)»”"'

/** The last non-blank character before `position`; checks only a few characters. */
const lastInk = (text: string, position: number): string => {
  for (let back = position - 1; back >= 0 && back >= position - 4; back--) {
    const character = text.charAt(back)
    if (character !== " " && character !== "\r" && character !== "\t") return character
  }
  return " "
}
