import { cyrillicBit, greekBit, latinBit } from "../../text/characterKinds.ts"
import { isPlusWord, numeralOf, numeralsInCompound } from "../../text/numerals.ts"
import { ordinalDigit } from "../../text/ordinals.ts"
import { undisguise, unstretched } from "../../text/undisguise.ts"
import { longestMemoWord, WordMemo } from "../WordMemo.ts"
import { numeralWithDigits } from "./numeralsInWord.ts"

/** "девятьсот" and "двадцать": others may follow in their places. */
const several = 3

/** A word that repeats what follows it, which may be three digits ("трижды 555"), says so many digits at most beside those. */
const repeated = 9

const memo = new WordMemo()

/**
 * How many digits a word may say, at most: "девятьсот" and "двадцать" say three, since others may follow in their places, "семь" says one.
 * Nothing is said of what stands around it.
 *
 * @param hash the same for the same units.
 */
export const digitsInWord = (text: string, start: number, end: number, hash: number): number => {
  // Hardly any phone is written in a single word: it need not be remembered.
  if (end - start > longestMemoWord) return saidIn(text, start, end)
  const known = memo.get(text, start, end, hash)
  if (known >= 0) return known
  const digits = saidIn(text, start, end)
  memo.set(text, start, end, hash, digits)
  return digits
}

const saidIn = (text: string, start: number, end: number): number =>
  count(text.slice(start, end).toLowerCase().replace(/[ёэ]/g, "е"))

/** Whether a word may say a digit. `word` is in small letters. */
export const saysDigits = (word: string): boolean => count(word.replace(/[ёэ]/g, "е")) > 0

const count = (word: string): number => {
  if (isPlusWord(word) || ordinalDigit(word) !== undefined) return 1
  for (const form of new Set([word, unstretched(word), undisguise(word)])) {
    const numeral = numeralOf(form)
    // Beside Roman figures there are others of one letter, which look like any word of one letter.
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

/** Whether letters of several scripts are among the kinds: such a word may be a disguised numeral. */
export const isMixedScript = (kinds: number): boolean => {
  const scripts = kinds & (cyrillicBit | latinBit | greekBit)
  return (scripts & (scripts - 1)) !== 0
}
