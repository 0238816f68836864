import type { TextRange } from "../../text/FoldedText.ts"
import type { NumberGap, NumberPart, NumberRun } from "./NumberRun.ts"
import { digitCount } from "./numberPieces.ts"
import { spokenDigits } from "./spokenDigits.ts"

/** More figures form a table; nobody splits a number into so many. */
const mostParts = 40

/** No phone or card has more digits, even allowing for number words that count more digits than they contribute. */
const mostDigits = 38

const apart: NumberGap = { kind: "words", code: false, loose: false }

/**
 * Joins the figures of several runs into one, as read by someone who skips the words between them; undefined if there
 * are too many.
 */
export const assembledRun = (runs: ReadonlyArray<NumberRun>): NumberRun | undefined => {
  const [first] = runs
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return undefined
  const parts: Array<NumberPart> = []
  const gaps: Array<NumberGap> = []
  for (const run of runs) {
    // A plus starts another number.
    if (run.plus && run !== first) return undefined
    if (parts.length > 0) gaps.push(apart)
    parts.push(...run.parts)
    gaps.push(...run.gaps)
    if (parts.length > mostParts) return undefined
  }
  const run = { plus: first.plus, codeFirst: false, parts, gaps, start: first.start, end: last.end }
  return digitCount(run, 0, parts.length) > mostDigits ? undefined : run
}

/** The run with its digits reversed. */
export const reversedRun = (run: NumberRun): NumberRun => {
  const [digits = ""] = spokenDigits(run, 0, run.parts.length)
  const part = { digits: [...digits].reverse().join(""), start: run.start, end: run.end, disguised: true }
  return { ...run, plus: false, parts: [part], gaps: [] }
}

/**
 * The runs that a request at `cue` to put figures together may refer to: all of them, those before it, and those after
 * it.
 */
export const runsMeant = (runs: ReadonlyArray<NumberRun>, cue: TextRange): ReadonlyArray<ReadonlyArray<NumberRun>> => {
  const before = runs.filter(({ end }) => end <= cue.start)
  const after = runs.filter(({ start }) => start >= cue.end)
  return [runs, before, after]
}
