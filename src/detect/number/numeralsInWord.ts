import { cyrillicBit, greekBit, kindOf, latinBit } from "../../text/characterKinds.ts"
import type { Numeral } from "../../text/Numeral.ts"
import { numeralOf, numeralOfMasked, numeralsInCompound } from "../../text/numerals.ts"
import { rememberTexts, wordLimits } from "../../text/rememberTexts.ts"
import { undisguise, unstretched } from "../../text/undisguise.ts"

/** A number word within a word without blanks. */
export interface NumeralInWord {
  readonly numeral: Numeral
  readonly length: number
  /** Whether it contains letters of another script. */
  readonly disguised: boolean
}

const none: ReadonlyArray<NumeralInWord> = []

/** A shorter word with repeated letters is a different word. */
const shortestStretched = 4

const shortestCompound = 6

const read = (raw: string): ReadonlyArray<NumeralInWord> => {
  const { length } = raw
  const word = raw.replace(/[ёэ]/g, "е")
  const numeral = numeralOf(word) ?? (length >= shortestStretched ? numeralOf(unstretched(word)) : undefined)
  if (numeral !== undefined) return [{ numeral, length, disguised: false }]
  if (length < 3) return none
  const undisguised = isMixed(word) ? undisguise(word) : word
  const shown = undisguised.length === length ? undisguised : word
  const hidden = shown === word ? undefined : numeralOf(shown)
  if (hidden !== undefined && !hidden.weak) return [{ numeral: hidden, length, disguised: true }]
  if (length < shortestCompound || /['’‘ʼʻ`]/.test(word)) return none
  return numeralsInCompound(shown)?.map((one) => ({ ...one, disguised: false })) ?? none
}

/**
 * The number words in a folded word without blanks: one, possibly stretched ("воосемь") or disguised, or a compound.
 * Empty for any other word.
 */
export const numeralsInWord: (raw: string) => ReadonlyArray<NumeralInWord> = rememberTexts(wordLimits, read)

/** The number word with a digit in place of one or more letters: "в0семь", "дев9ть". */
export const numeralWithDigits = (word: string): Numeral | undefined => {
  const read = numeralOf(undisguise(word))
  if (read !== undefined) return read
  const digit = /\d/.exec(word)?.index ?? 0
  return numeralOfMasked(word.slice(0, digit), word.slice(digit + 1))
}

/** Whether a word mixes scripts. */
const isMixed = (word: string): boolean => {
  let kinds = 0
  for (let position = 0; position < word.length; position++) kinds |= kindOf(word.charCodeAt(position))
  kinds &= latinBit | cyrillicBit | greekBit
  return (kinds & (kinds - 1)) !== 0
}
