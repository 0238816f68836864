import { boundaryUnit } from "../../text/boundary.ts"
import { cyrillicBit, digitBit, kindOf } from "../../text/characterKinds.ts"
import type { TextRange } from "../../text/FoldedText.ts"

/**
 * Whether a sign ends a number: signs of currency, percent, number, degree and multiplication, and the placeholder
 * boundary.
 */
export const isBarrier = (unit: number): boolean =>
  unit === boundaryUnit ||
  unit === 0x20bd || // ₽
  unit === 0x24 || // $
  unit === 0x20ac || // €
  unit === 0x25 || // %
  unit === 0x2116 || // №
  unit === 0xb0 || // °
  unit === 0xd7 // ×

/** Grouping characters of numbers: blank, ( ) - . the dashes U+2010 to U+2015, U+2212 and ー. */
export const isGrouping = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x28 ||
  unit === 0x29 ||
  unit === 0x2d ||
  unit === 0x2e ||
  (unit >= 0x2010 && unit <= 0x2015) ||
  unit === 0x2212 ||
  unit === longDash

/** Whether ー, typed on Chinese and Japanese keyboards for a dash, stands next to a digit. */
export const isLongDash = (text: string, position: number): boolean =>
  text.charCodeAt(position) === longDash &&
  ((kindOf(text.charCodeAt(position - 1)) | kindOf(text.charCodeAt(position + 1))) & digitBit) !== 0

const longDash = 0x30fc

/** Whether a stroke next to a digit is a one, as in "89|6", which it is not among more strokes ("8|926|123"). */
export const isDigitStroke = (text: string, position: number): boolean => {
  const beside = kindOf(text.charCodeAt(position - 1)) | kindOf(text.charCodeAt(position + 1))
  if ((beside & digitBit) === 0) return false
  return (
    !text.slice(Math.max(0, position - 4), position).includes("|") &&
    !text.slice(position + 1, position + 5).includes("|")
  )
}

/** A repeated letter used as a separator ("888aaaa88"), except x, which is used in dimensions ("60x40"). */
export const isDecoration = (text: string, from: number, to: number): boolean => {
  const first = text.charAt(from)
  if (to - from > 6 || to - from < 2 || first === "x" || first === "х") return false
  for (let position = from + 1; position < to; position++) if (text.charAt(position) !== first) return false
  return true
}

/** The minimum number of digits of a phone number. */
const fewestSprinkled = 10

/** The maximum number of adjacent letters sprinkled among the digits of a number. */
const mostSprinkled = 3

/**
 * Whether a few Cyrillic letters are sprinkled among the digits of a number: "8аб903вг555де12жз34". Product codes use
 * Latin letters.
 */
export const isSprinkled = (text: string, start: number, end: number): boolean => {
  let digits = 0
  let groups = 0
  let letters = 0
  for (let position = start; position < end; position++) {
    const kind = kindOf(text.charCodeAt(position))
    if (kind & digitBit) {
      digits += 1
      letters = 0
      continue
    }
    if (letters === 0) groups += 1
    letters += 1
    if ((kind & cyrillicBit) === 0 || letters > mostSprinkled) return false
  }
  return digits >= fewestSprinkled && groups > 2
}

/** Whether the bracket right before a part closes soon after it: "(495) 123", but not "(8-926-123-45-67)". */
export const opensCode = (text: string, part: TextRange): boolean => {
  if (text.charAt(part.start - 1) !== "(") return false
  const closes = text.slice(part.end, part.end + 4).indexOf(")")
  return closes >= 0 && closes < 3
}

export const isApostrophe = (unit: number): boolean =>
  unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc || unit === 0x2bb || unit === 0x60
