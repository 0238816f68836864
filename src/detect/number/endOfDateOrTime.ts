import { digitBit, kindOf } from "../../text/characterKinds.ts"

const date = /(?:[0-3]?\d([./-])[01]?\d\1(?:19|20)\d\d|(?:19|20)\d\d([./-])[01]?\d\2[0-3]?\d)(?!\d)/y
const time = /(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![:\d-])/y

const isDigit = (unit: number): boolean => (kindOf(unit) & digitBit) !== 0

const joinsFigures = (unit: number): boolean => unit === 0x2e || unit === 0x2f || unit === 0x2d || unit === 0x3a

/** The end of the date or time at `start` of a folded text; undefined if there is none. */
export const endOfDateOrTime = (text: string, start: number): number | undefined => {
  if (!isDigit(text.charCodeAt(start))) return undefined
  if (joinsFigures(text.charCodeAt(start - 1)) && isDigit(text.charCodeAt(start - 2))) return undefined
  // Dates and times have a separator within the first five characters.
  const second = text.charCodeAt(start + 1)
  const third = text.charCodeAt(start + 2)
  if (!joinsFigures(second) && !joinsFigures(third) && !joinsFigures(text.charCodeAt(start + 4))) return undefined
  for (const form of [date, time]) {
    form.lastIndex = start
    const found = form.exec(text)
    if (found !== null) return start + found[0].length
  }
  return undefined
}
