import type { NumberRun } from "./NumberRun.ts"

/** Parts of a run, `to` exclusive. */
export interface NumberPiece {
  readonly run: NumberRun
  readonly from: number
  readonly to: number
}

/** A run of more segments than this is a table or a list of figures; in it a number stands in one segment. */
const mostJoinedSegments = 12

/** Digits without a gap that are a number of their own, so that a blank beside them parts two numbers. */
const wholeNumber = 10

/**
 * The stretches of a run that may be a number of their own beside others, the longest first at each place. They begin and end where
 * the run has other signs or words between its parts than a number is grouped with, or beside a long group of digits.
 */
export function* numberPieces(run: NumberRun, mostDigits: number): Generator<NumberPiece, void, boolean | undefined> {
  const edges = edgesOf(run)
  const together = edges.length - 1 <= mostJoinedSegments ? edges.length : 1
  let first = 0
  while (first < edges.length - 1) {
    let taken = false
    for (let last = Math.min(edges.length - 1, first + together); last > first; last--) {
      const from = edges[first] ?? 0
      const to = edges[last] ?? 0
      if (from === 0 && to === run.parts.length) continue
      // No more digits are read than a number can have: the parts of a long segment are not even counted.
      if (to - from > mostDigits || digitCount(run, from, to) > mostDigits * 2) continue
      if (yield { run, from, to }) {
        taken = true
        first = last
        break
      }
    }
    if (!taken) first += 1
  }
}

/** The parts at which a number may begin, and the end of the run. */
const edgesOf = (run: NumberRun): ReadonlyArray<number> => {
  const edges = [0]
  for (let index = 1; index < run.parts.length; index++) {
    const gap = run.gaps[index - 1]
    if (gap?.kind !== "tight" || isWhole(run, index - 1) || isWhole(run, index)) edges.push(index)
  }
  edges.push(run.parts.length)
  return edges
}

const isWhole = (run: NumberRun, index: number): boolean => {
  const part = run.parts[index]
  return part !== undefined && part.numeral === undefined && part.digits.length >= wholeNumber
}

/** At least so many digits are in the parts; number words that glue give fewer than they are counted for. */
export const digitCount = (run: NumberRun, from: number, to: number): number => {
  let count = 0
  for (let index = from; index < to; index++) count += run.parts[index]?.digits.length ?? 0
  return count
}

/** How many digits the parts of several runs have together. */
export const digitsIn = (runs: ReadonlyArray<NumberRun>): number =>
  runs.reduce((sum, run) => sum + digitCount(run, 0, run.parts.length), 0)
