import { type FoldedText, foldedRange, type TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth } from "../../text/mergedRanges.ts"
import { type HiddenRange, maskOf } from "./HiddenRange.ts"

/**
 * A text, or a stretch of it, with a mask in the place of each hidden range. One that an edge of the stretch cuts is masked whole.
 *
 * @param hidden in order, none sharing a character with another.
 */
export const hideRanges = (
  text: string,
  hidden: ReadonlyArray<HiddenRange>,
  { start, end }: TextRange = { start: 0, end: text.length }
): string => {
  let shown = ""
  let position = start
  for (const range of hidden) {
    if (range.end <= start || range.start >= end) continue
    shown += text.slice(position, Math.max(position, range.start)) + maskOf(range)
    position = range.end
  }
  return shown + text.slice(Math.min(position, end), end)
}

/** Where the ranges of the original text stand in the folded one; those that come to share a character are one. */
export const foldedRanges = (folded: FoldedText, ranges: ReadonlyArray<TextRange>): ReadonlyArray<TextRange> =>
  mergedRanges(
    ranges.map((range) => foldedRange(folded, range)).filter(({ start, end }) => start < end),
    spanOfBoth
  )
