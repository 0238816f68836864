import { type FoldedText, foldedRange, type TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth } from "../../text/mergedRanges.ts"
import { type HiddenRange, maskOf } from "./HiddenRange.ts"

/**
 * A text, or a range of it, with hidden ranges masked. A hidden range at the edge is masked as a whole.
 *
 * @param hidden sorted, without overlaps.
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

/** Maps ranges of the original text to the folded text, merging those that overlap there. */
export const foldedRanges = (folded: FoldedText, ranges: ReadonlyArray<TextRange>): ReadonlyArray<TextRange> =>
  mergedRanges(
    ranges.map((range) => foldedRange(folded, range)).filter(({ start, end }) => start < end),
    spanOfBoth
  )
