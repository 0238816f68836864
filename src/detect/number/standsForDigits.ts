import { digitBit, kindAt, kindOf, letterBit } from "../../text/characterKinds.ts"
import type { Numeral } from "../../text/Numeral.ts"
import { numeralOf } from "../../text/numerals.ts"
import { isWholeLetter } from "./digitForLetter.ts"
import type { NumberPart } from "./NumberRun.ts"
import { isGrouping } from "./numberSigns.ts"

/** The maximum length of a number word to look for. */
const longestLook = 12

/**
 * Whether the word of look-alike letters from `start` to `end` is part of the number around it ("555 OI 23",
 * "девять I два").
 */
export const standsForDigits = (
  text: string,
  parts: ReadonlyArray<NumberPart>,
  start: number,
  end: number
): boolean => {
  const previous = parts.at(-1)
  if (previous === undefined || start - previous.end > 2) return false
  for (let position = start; position < end; position++) if (!isWholeLetter(text.charAt(position))) return false
  let next = end
  while (next < text.length && next - end < 2 && isGrouping(text.charCodeAt(next))) next += 1
  if ((kindOf(text.charCodeAt(next)) & digitBit) !== 0 || isHalfDigits(text, next)) return true
  if (end - start > 1) return text.charAt(start - 1) === "-" || parts.length > 2
  return next > end && numeralFrom(text, next) !== undefined
}

/** No group of a phone or a card is longer. */
const longestGroup = 6

/** Whether a group of digits and look-alike letters begins at `from` ("Ol74" in "55З6 OЗЗl Ol74"). */
const isHalfDigits = (text: string, from: number): boolean => {
  let digits = 0
  for (let position = from; position <= from + longestGroup; position++) {
    const kind = kindAt(text, position)
    if ((kind & (digitBit | letterBit)) === 0) break
    if (kind & digitBit) digits += 1
    else if (!isWholeLetter(text.charAt(position))) return false
  }
  return digits > 0
}

/** The number word after `end`, with at most two characters between. */
export const numeralAfter = (text: string, end: number): Numeral | undefined => {
  let from = end
  while (from < text.length && from - end < 3 && kindAt(text, from) === 0) from += 1
  return numeralFrom(text, from)
}

const numeralFrom = (text: string, from: number): Numeral | undefined => {
  let to = from
  while (to < text.length && to - from < longestLook && kindAt(text, to) & letterBit) to += 1
  return numeralOf(text.slice(from, to))
}
