import type { NumberRun } from "./NumberRun.ts"

/** A range of the parts of a run, `to` exclusive. */
export interface NumberPiece {
  readonly run: NumberRun
  readonly from: number
  readonly to: number
}

/** A run of more segments is a table or list of figures, in which every number is within one segment. */
const mostJoinedSegments = 12

/** This many adjacent digits form a separate number, so a blank next to them separates two numbers. */
const wholeNumber = 10

/**
 * Yields the ranges of a run that may be separate numbers, the longest first for each start. Their boundaries are gaps
 * with anything but grouping characters, and the edges of long groups of digits. Send true to continue after the range.
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
      // More digits than a number can have are not considered; the parts of a long segment are not even counted.
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

/** The parts at which a number may start, and the end of the run. */
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

/** The number of digits in the parts; number words that combine contribute fewer than counted here. */
export const digitCount = (run: NumberRun, from: number, to: number): number => {
  let count = 0
  for (let index = from; index < to; index++) count += run.parts[index]?.digits.length ?? 0
  return count
}

/** The total number of digits in several runs. */
export const digitsIn = (runs: ReadonlyArray<NumberRun>): number =>
  runs.reduce((sum, run) => sum + digitCount(run, 0, run.parts.length), 0)
