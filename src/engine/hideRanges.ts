import { type FoldedText, originalRange, type TextRange } from "../text/FoldedText.ts"

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

/** Where the ranges of the original text stand in the folded one. */
export const foldedRanges = (folded: FoldedText, ranges: ReadonlyArray<TextRange>): ReadonlyArray<TextRange> => {
  const found: Array<TextRange> = []
  let next = 0
  let start = -1
  for (let position = 0; position <= folded.text.length; position++) {
    const unit = originalRange(folded, { start: position, end: position + 1 })
    while ((ranges[next]?.end ?? Number.POSITIVE_INFINITY) <= unit.start) {
      if (start >= 0) found.push({ start, end: position })
      start = -1
      next += 1
    }
    const range = ranges[next]
    const inside = position < folded.text.length && range !== undefined && unit.end > range.start
    if (inside && start < 0) start = position
    if (!inside && start >= 0) {
      found.push({ start, end: position })
      start = -1
    }
  }
  return found
}
