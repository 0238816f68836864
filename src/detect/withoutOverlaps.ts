import type { TextRange } from "../text/FoldedText.ts"

/**
 * The elements of `found`, sorted by start, that overlap none of the taken ranges. Takes linear time apart from one
 * sort.
 */
export const withoutOverlaps = <A extends TextRange>(
  found: ReadonlyArray<A>,
  takenBy: () => ReadonlyArray<TextRange>
): ReadonlyArray<A> => {
  if (found.length === 0) return found
  const taken = takenBy().toSorted((one, other) => one.start - other.start)
  let next = 0
  return found.filter((one) => {
    while (next < taken.length && (taken[next]?.end ?? 0) <= one.start) next += 1
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= one.end
  })
}
