import type { TextRange } from "./FoldedText.ts"

/** The stretch that two stretches take in together; `one` begins first. */
export const spanOfBoth = (one: TextRange, other: TextRange): TextRange => ({
  start: one.start,
  end: Math.max(one.end, other.end)
})

/** Whether a stretch begins before another one ends. */
const share = (one: TextRange, other: TextRange): boolean => other.start < one.end

/** Whether a stretch begins where another one ends, or before. */
export const touch = (one: TextRange, other: TextRange): boolean => other.start <= one.end

/**
 * Stretches of a text in their order, those that belong together as one.
 *
 * @param join makes one of two, of which the first begins first.
 * @param belong whether they do; where they have a character in common, if nothing else is said.
 */
export const mergedRanges = <Range extends TextRange>(
  ranges: ReadonlyArray<Range>,
  join: (one: Range, other: Range) => Range,
  belong: (one: Range, other: Range) => boolean = share
): ReadonlyArray<Range> => {
  const merged: Array<Range> = []
  for (const range of ranges.toSorted((one, other) => one.start - other.start)) {
    const previous = merged.at(-1)
    if (previous !== undefined && belong(previous, range)) merged[merged.length - 1] = join(previous, range)
    else merged.push(range)
  }
  return merged
}
