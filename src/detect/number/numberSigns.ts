import { boundaryUnit } from "../../text/boundary.ts"
import { cyrillicBit, digitBit, kindOf } from "../../text/characterKinds.ts"
import type { TextRange } from "../../text/FoldedText.ts"

/** A gap that a number does not go over: prices, shares, products, the sign before the number of a thing, and what is not known yet. */
export const isBarrier = (unit: number): boolean =>
  unit === boundaryUnit ||
  unit === 0x20bd || // ₽
  unit === 0x24 || // $
  unit === 0x20ac || // €
  unit === 0x25 || // %
  unit === 0x2116 || // №
  unit === 0xb0 || // °
  unit === 0xd7 // ×

/** Blank, ( ) - . the dashes U+2010 to U+2015, U+2212 and ー: what numbers are grouped with. */
export const isGrouping = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x28 ||
  unit === 0x29 ||
  unit === 0x2d ||
  unit === 0x2e ||
  (unit >= 0x2010 && unit <= 0x2015) ||
  unit === 0x2212 ||
  unit === longDash

/** ー, which Chinese and Japanese keyboards write for a dash, beside a digit. */
export const isLongDash = (text: string, position: number): boolean =>
  text.charCodeAt(position) === longDash &&
  ((kindOf(text.charCodeAt(position - 1)) | kindOf(text.charCodeAt(position + 1))) & digitBit) !== 0

const longDash = 0x30fc

/** "89|6": a stroke beside a digit is a one, unless more strokes stand nearby ("8|926|123"). */
export const isDigitStroke = (text: string, position: number): boolean => {
  const beside = kindOf(text.charCodeAt(position - 1)) | kindOf(text.charCodeAt(position + 1))
  if ((beside & digitBit) === 0) return false
  return (
    !text.slice(Math.max(0, position - 4), position).includes("|") &&
    !text.slice(position + 1, position + 5).includes("|")
  )
}

/** One letter, also repeated, as a separator ("888aaaa88"); x is what measures are written with ("60x40"). */
export const isDecoration = (text: string, from: number, to: number): boolean => {
  const first = text.charAt(from)
  if (to - from > 6 || to - from < 2 || first === "x" || first === "х") return false
  for (let position = from + 1; position < to; position++) if (text.charAt(position) !== first) return false
  return true
}

/** A phone has so many digits and more. */
const fewestSprinkled = 10

/** No more letters in a row are sprinkled among the digits of a number. */
const mostSprinkled = 3

/** "8аб903вг555де12жз34": a few Cyrillic letters at several places among the digits of a number. Article codes are Latin. */
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

/** Whether a bracket right before a part closes soon after it: "(495) 123", but not "(8-926-123-45-67)". */
export const opensCode = (text: string, part: TextRange): boolean => {
  if (text.charAt(part.start - 1) !== "(") return false
  const closes = text.slice(part.end, part.end + 4).indexOf(")")
  return closes >= 0 && closes < 3
}

export const isApostrophe = (unit: number): boolean =>
  unit === 0x27 || unit === 0x2019 || unit === 0x2018 || unit === 0x2bc || unit === 0x2bb || unit === 0x60
