import type { NumberRun } from "./NumberRun.ts"
import type { NumberPiece } from "./numberPieces.ts"

/**
 * Whether the parts are laid out as only those of a phone number are: "ddd-dd-dd" at the end, or an area code in
 * brackets.
 */
export const hasPhoneLayout = (text: string, { run, from, to }: NumberPiece): boolean => {
  const units = run.parts[to - 1]
  const tens = run.parts[to - 2]
  const hundreds = run.parts[to - 3]
  const tail =
    to - from > 3 &&
    hundreds?.digits.length === 3 &&
    tens?.digits.length === 2 &&
    units?.digits.length === 2 &&
    text.slice(hundreds.end, tens.start) === "-" &&
    text.slice(tens.end, units.start) === "-"
  if (tail || /^1?(3322|334)$/.test(sizesSetApart(text, { run, from, to }))) return true
  for (let index = from; index < Math.min(to, from + 2); index++) {
    const part = run.parts[index]
    if (part !== undefined && text.charAt(part.start - 1) === "(" && text.charAt(part.end) === ")") return true
  }
  return false
}

/**
 * The sizes of the groups of single digits that are joined by one sign and separated by another:
 * "3 9 1 – 5 5 5 – 0 2 – 8 7", "9-1-6 / 5-5-5 / 0-0 / 8-1".
 */
const sizesSetApart = (text: string, { run, from, to }: NumberPiece): string => {
  if (!isDigitByDigit(run, from, to)) return ""
  const gapBefore = (index: number): string =>
    index < to ? text.slice(run.parts[index - 1]?.end ?? 0, run.parts[index]?.start) : ""
  // The trunk prefix may be a separate group, so the gap before the third digit is the one within groups.
  const inner = gapBefore(from + 2)
  let sizes = ""
  let size = 1
  for (let index = from + 1; index <= to; index++) {
    const gap = gapBefore(index)
    if (gap === inner && gap !== "") size += 1
    else {
      sizes += size
      size = 1
    }
  }
  return sizes
}

/**
 * Whether anything but grouping characters follows soon after the first part:
 * "код четыреста девяносто пять, телефон …".
 */
export const isCodeApart = (run: NumberRun): boolean => run.gaps.slice(0, 3).some(({ kind }) => kind !== "tight")

/** Whether all digits of a number are separate: "8,9,2,6,5,5,5,0,1,1,8" is no list. */
export const isDigitByDigit = (run: NumberRun, from: number, to: number): boolean => {
  if (to - from < 10) return false
  for (let index = from; index < to; index++) if (run.parts[index]?.digits.length !== 1) return false
  return true
}

/** Whether the parts have the usual sizes: "8, 926, 123, 45, 67", which a list of figures does not. */
export const isUsuallyGrouped = (run: NumberRun, from: number, to: number): boolean => {
  let sizes = ""
  for (let index = from; index < to; index++) sizes += run.parts[index]?.digits.length ?? 0
  return /^1?3(322|34|331)$/.test(sizes)
}

/** Whether commas separate the groups of a number with a trunk prefix: "8926,555,0142", "8, 926, 5550142". */
export const isParted = (text: string, run: NumberRun, from: number, to: number): boolean => {
  let sizes = ""
  for (let index = from; index < to; index++) sizes += run.parts[index]?.digits.length ?? 0
  for (let index = from + 1; index < to; index++) {
    if (!/^ ?[,;] ?$/.test(text.slice(run.parts[index - 1]?.end, run.parts[index]?.start))) return false
  }
  if (to - from > 2) return /^(?:13(?:7|52)|4(?:34|322|331|52))$/.test(sizes)
  // Two figures may be unrelated, unless only the comma separates them.
  return /^(?:47|110)$/.test(sizes) && /^[,;]$/.test(text.slice(run.parts[from]?.end, run.parts[to - 1]?.start))
}

/** Whether one-digit and two-digit figures alternate, as in no dictated number: "8/9/16/20/43/04/1". */
export const isListOfFigures = (run: NumberRun, from: number, to: number): boolean => {
  let ones = 0
  let twos = 0
  for (let index = from + 1; index < to; index++) {
    const size = run.parts[index]?.digits.length ?? 0
    if (size > 2) return false
    if (size === 1) ones += 1
    else twos += 1
  }
  return ones > 0 && ones < 3 && twos > 2
}
