import { digitBit, kindAt, letterBit, widthAt } from "../../text/characterKinds.ts"
import { numeralOf } from "../../text/numerals.ts"
import { ordinalDigit } from "../../text/ordinals.ts"

/** The minimum number of digits of a phone number dictated digit by digit. */
const fewestDictated = 10

/** Fewer ordinals name the parts of a number: "первая восемь, вторая девять". */
const fewestOrdinals = 4

/** The maximum length of a separator such as ", " or " - ". */
const mostSigns = 3

export interface OrdinalStretch {
  readonly end: number
  /** Whether the words are the digits of one number. */
  readonly dictated: boolean
}

/**
 * The sequence of words and figures at `start` that each stand for one digit: "восьмой, девятый, ноль, третий". A long
 * sequence is a dictated number, unless the ordinals name the positions of figures.
 */
export const ordinalStretch = (text: string, start: number): OrdinalStretch => {
  let end = start
  let size = 0
  let ordinals = 0
  let figures = 0
  /**
   * Whether every ordinal exceeds the one before it by one (or falls by one), which means that things are enumerated.
   */
  let rising = true
  let falling = true
  let last: number | undefined
  let position = start
  while (position < text.length && position - end <= (size === 0 ? 0 : mostSigns)) {
    const from = position
    while (position < text.length && kindAt(text, position) & letterBit) position += widthAt(text, position)
    if (position === from) {
      position += widthAt(text, position)
      continue
    }
    const word = text.slice(from, position)
    const digit = ordinalDigit(word)
    if (digit !== undefined) {
      ordinals += 1
      rising &&= last === undefined || Number(digit) === last + 1
      falling &&= last === undefined || Number(digit) === last - 1
      last = Number(digit)
    } else if (saysDigit(word)) figures += 1
    else break
    size += 1
    end = position
  }
  const dictated = size >= fewestDictated && ordinals >= fewestOrdinals && ordinals > figures
  return { end, dictated: dictated && !rising && !falling }
}

const saysDigit = (word: string): boolean => {
  if (word.length === 1 && kindAt(word, 0) & digitBit) return true
  const kind = numeralOf(word.replaceAll("ё", "е"))?.kind
  return kind === "unit" || kind === "zero"
}
