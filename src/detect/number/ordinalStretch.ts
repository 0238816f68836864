import { digitBit, kindAt, letterBit, widthAt } from "../../text/characterKinds.ts"
import { numeralOf } from "../../text/numerals.ts"
import { ordinalDigit } from "../../text/ordinals.ts"

/** No phone has fewer digits that are dictated one by one. */
const fewestDictated = 10

/** In fewer words the ordinals say which part of a number comes next: "первая восемь, вторая девять". */
const fewestOrdinals = 4

/** ", " and " - " part two digits. */
const mostSigns = 3

export interface OrdinalStretch {
  readonly end: number
  /** Whether its words are the digits of one number. */
  readonly dictated: boolean
}

/**
 * The words and figures that begin at `start` and of which each says one digit: "восьмой, девятый, ноль, третий". So many ordinals in a row
 * are a dictated number, unless each stands before a figure that it tells the place of.
 */
export const ordinalStretch = (text: string, start: number): OrdinalStretch => {
  let end = start
  let size = 0
  let ordinals = 0
  let figures = 0
  /** Whether each ordinal is one more than that before it, or one less: then things are counted. */
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
