import type { DigitGroup, DigitRun } from "./DigitRun.ts"

/** More than this between two groups ("8 (926) - 123") and they are two numbers. */
const widestSeparator = 3

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39

/** Blank, ( ) - . and the dashes U+2010 to U+2015 and U+2212. */
const isSeparator = (unit: number): boolean =>
  unit === 0x20 ||
  unit === 0x28 ||
  unit === 0x29 ||
  unit === 0x2d ||
  unit === 0x2e ||
  (unit >= 0x2010 && unit <= 0x2015) ||
  unit === 0x2212

/** Cuts all runs of digits out of a folded text, in one pass. A plus always begins a new run. */
export const digitRuns = (text: string): ReadonlyArray<DigitRun> => {
  const runs: Array<DigitRun> = []
  let groups: Array<DigitGroup> = []
  let plus: number | undefined
  let runStart = 0
  let position = 0
  const close = () => {
    const last = groups.at(-1)
    if (last !== undefined) runs.push({ plus: plus !== undefined, groups, start: runStart, end: last.end })
    groups = []
    plus = undefined
  }
  while (position < text.length) {
    const unit = text.charCodeAt(position)
    if (isDigit(unit)) {
      const start = position
      do position += 1
      while (position < text.length && isDigit(text.charCodeAt(position)))
      const previous = groups.at(-1)
      if (previous !== undefined && !areJoined(text, previous.end, start)) close()
      if (groups.length === 0) {
        plus = plusBefore(text, start)
        runStart = plus ?? bracketBefore(text, start) ?? start
      }
      groups.push({ digits: text.slice(start, position), start, end: position })
    } else position += 1
  }
  close()
  return runs
}

const areJoined = (text: string, from: number, to: number): boolean => {
  if (to - from > widestSeparator) return false
  for (let position = from; position < to; position++) if (!isSeparator(text.charCodeAt(position))) return false
  return true
}

const plusBefore = (text: string, start: number): number | undefined => {
  if (text.charAt(start - 1) === "+") return start - 1
  const blankOrBracket = text.charAt(start - 1) === " " || text.charAt(start - 1) === "("
  return blankOrBracket && text.charAt(start - 2) === "+" ? start - 2 : undefined
}

const bracketBefore = (text: string, start: number): number | undefined =>
  text.charAt(start - 1) === "(" ? start - 1 : undefined
