import { cyrillicBit, greekBit, latinBit } from "../../text/characterKinds.ts"
import { isPlusWord, numeralOf, numeralsInCompound } from "../../text/numerals.ts"
import { ordinalDigit } from "../../text/ordinals.ts"
import { undisguise, unstretched } from "../../text/undisguise.ts"
import { longestMemoWord, WordMemo } from "../WordMemo.ts"
import { numeralWithDigits } from "./numeralsInWord.ts"

/** "девятьсот" and "двадцать" stand for up to three digits, since others may replace the zeros. */
const several = 3

/** How many digits a repeating word may add: what follows may have three ("трижды 555"). */
const repeated = 9

const memo = new WordMemo()

/**
 * The maximum number of digits that a word may stand for, regardless of context: three for "девятьсот" and "двадцать",
 * since other digits may replace the zeros, one for "семь".
 *
 * @param hash a hash of the word's units.
 */
export const digitsInWord = (text: string, start: number, end: number, hash: number): number => {
  // Hardly any phone number is a single word, so there is no need to cache such words.
  if (end - start > longestMemoWord) return digitsSpokenIn(text, start, end)
  const known = memo.get(text, start, end, hash)
  if (known >= 0) return known
  const digits = digitsSpokenIn(text, start, end)
  memo.set(text, start, end, hash, digits)
  return digits
}

const digitsSpokenIn = (text: string, start: number, end: number): number =>
  count(text.slice(start, end).toLowerCase().replace(/[ёэ]/g, "е"))

/** Whether a word may stand for a digit. `word` is in lower case. */
export const saysDigits = (word: string): boolean => count(word.replace(/[ёэ]/g, "е")) > 0

const count = (word: string): number => {
  if (isPlusWord(word) || ordinalDigit(word) !== undefined) return 1
  for (const form of new Set([word, unstretched(word), undisguise(word)])) {
    const numeral = numeralOf(form)
    // Roman numerals also occur with one letter, like any word of one letter.
    if (numeral?.kind === "repeat") return repeated
    if (numeral !== undefined && numeral.language !== "roman")
      return numeral.kind === "unit" || numeral.kind === "zero" ? 1 : several
    if (numeral !== undefined) return several
    if (/\d/.test(form) && numeralWithDigits(form) !== undefined) return several
    const compound = numeralsInCompound(form)
    if (compound !== undefined) return several * compound.length
  }
  return 0
}

/** Whether a word of these kinds mixes scripts and may thus be a disguised numeral. */
export const isMixedScript = (kinds: number): boolean => {
  const scripts = kinds & (cyrillicBit | latinBit | greekBit)
  return (scripts & (scripts - 1)) !== 0
}
