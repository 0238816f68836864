import type { TextRange } from "../../text/FoldedText.ts"
import type { NumberGap, NumberPart, NumberRun } from "./NumberRun.ts"
import { digitCount } from "./numberPieces.ts"
import { spokenDigits } from "./spokenDigits.ts"

/** More figures are a table: nobody puts so many together. */
const mostParts = 40

/** More digits are no phone and no card, also where number words are counted for more than they give. */
const mostDigits = 38

const apart: NumberGap = { kind: "words", code: false, loose: false }

/** The figures of several runs as one run, as somebody reads them who leaves out the words between; undefined when they are too many. */
export const assembledRun = (runs: ReadonlyArray<NumberRun>): NumberRun | undefined => {
  const [first] = runs
  const last = runs.at(-1)
  if (first === undefined || last === undefined) return undefined
  const parts: Array<NumberPart> = []
  const gaps: Array<NumberGap> = []
  for (const run of runs) {
    // A plus begins a number of its own.
    if (run.plus && run !== first) return undefined
    if (parts.length > 0) gaps.push(apart)
    parts.push(...run.parts)
    gaps.push(...run.gaps)
    if (parts.length > mostParts) return undefined
  }
  const run = { plus: first.plus, codeFirst: false, parts, gaps, start: first.start, end: last.end }
  return digitCount(run, 0, parts.length) > mostDigits ? undefined : run
}

/** The same read from the end. */
export const reversedRun = (run: NumberRun): NumberRun => {
  const [digits = ""] = spokenDigits(run, 0, run.parts.length)
  const part = { digits: [...digits].reverse().join(""), start: run.start, end: run.end, disguised: true }
  return { ...run, plus: false, parts: [part], gaps: [] }
}

/**
 * The stretches of a text whose figures may be meant by a request at `cue` to put them together: all of it, what stands before the
 * request, and what stands after it.
 */
export const runsMeant = (runs: ReadonlyArray<NumberRun>, cue: TextRange): ReadonlyArray<ReadonlyArray<NumberRun>> => {
  const before = runs.filter(({ end }) => end <= cue.start)
  const after = runs.filter(({ start }) => start >= cue.end)
  return [runs, before, after]
}
