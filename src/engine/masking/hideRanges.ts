import { type FoldedText, foldedRange, type TextRange } from "../../text/FoldedText.ts"

const mask = "•••"

/** A text with each of the ranges (in order, none touching another) replaced by a mask of one length. */
export const hideRanges = (text: string, ranges: ReadonlyArray<TextRange>): string => {
  let shown = ""
  let position = 0
  for (const { start, end } of ranges) {
    shown += text.slice(position, start) + mask
    position = end
  }
  return shown + text.slice(position)
}

/** Where the ranges of the original text (in order) stand in the folded one; those that come to share a character are one. */
export const foldedRanges = (folded: FoldedText, ranges: ReadonlyArray<TextRange>): ReadonlyArray<TextRange> => {
  const found: Array<TextRange> = []
  for (const range of ranges) {
    const { start, end } = foldedRange(folded, range)
    const previous = found.at(-1)
    if (previous !== undefined && start < previous.end) {
      found[found.length - 1] = { start: previous.start, end: Math.max(previous.end, end) }
    } else if (start < end) found.push({ start, end })
  }
  return found
}
