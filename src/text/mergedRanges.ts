import type { TextRange } from "./FoldedText.ts"

/** The range that covers two ranges; `one` starts first. */
export const spanOfBoth = (one: TextRange, other: TextRange): TextRange => ({
  start: one.start,
  end: Math.max(one.end, other.end)
})

/** Whether `other`, which does not start before `one`, overlaps it. */
const share = (one: TextRange, other: TextRange): boolean => other.start < one.end

/** Whether `other`, which does not start before `one`, overlaps or adjoins it. */
export const touch = (one: TextRange, other: TextRange): boolean => other.start <= one.end

/**
 * Sorts ranges of a text and merges those that belong together.
 *
 * @param join merges two ranges, of which the first starts first.
 * @param belong decides whether to merge two ranges; by default, those that overlap.
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
