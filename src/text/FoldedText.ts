import { firstWhere } from "./firstWhere.ts"

/**
 * A text made comparable, with a map back to the source. Detectors read `text`; `original` is the text as written. All
 * offsets are UTF-16 code units.
 */
export interface FoldedText {
  readonly original: string
  readonly text: string
  /**
   * For each unit of `text`, the start and end (exclusive) in the original of the character that it comes from. Absent
   * if folding moved nothing, so that most messages need no map.
   */
  readonly map?: { readonly starts: Uint32Array; readonly ends: Uint32Array }
}

/** A range of a text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/**
 * Maps a range of the folded text to the original, from the start of its first character to the end of its last one.
 */
export const originalRange = (folded: FoldedText, range: TextRange): TextRange => {
  if (folded.map === undefined) return range
  if (range.start >= range.end) return emptyRange(folded, range.start)
  const { starts, ends } = folded.map
  return { start: starts[range.start] ?? folded.original.length, end: ends[range.end - 1] ?? folded.original.length }
}

/** Maps a range of the original to the folded text; the result is empty if folding removed everything in it. */
export const foldedRange = ({ text, map }: FoldedText, range: TextRange): TextRange => {
  if (map === undefined) return range
  const start = firstWhere(text.length, (position) => (map.ends[position] ?? 0) > range.start)
  const end = firstWhere(text.length, (position) => (map.starts[position] ?? 0) >= range.end)
  return { start, end: Math.max(start, end) }
}

const emptyRange = (folded: FoldedText, position: number): TextRange => {
  const start = folded.map?.starts[position] ?? folded.original.length
  return { start, end: start }
}
