import { firstWhere } from "./firstWhere.ts"

/**
 * A text made comparable, and the way back. `text` is what detectors read; `original` is what was written. All offsets
 * are UTF-16 code units.
 */
export interface FoldedText {
  readonly original: string
  readonly text: string
  /**
   * Where in the original the character begins that each unit of `text` came from, and where it ends (exclusive).
   * Absent when folding moved nothing, so that everyday messages pay for no map.
   */
  readonly map?: { readonly starts: Uint32Array; readonly ends: Uint32Array }
}

/** A stretch of a text: UTF-16 offsets, `end` exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** Leads a stretch of the folded text back to the original: from the first character's begin to the last one's end. */
export const originalRange = (folded: FoldedText, range: TextRange): TextRange => {
  if (folded.map === undefined || range.start >= range.end) {
    return folded.map === undefined ? range : emptyRange(folded, range.start)
  }
  const { starts, ends } = folded.map
  return { start: starts[range.start] ?? folded.original.length, end: ends[range.end - 1] ?? folded.original.length }
}

/** Where a stretch of the original stands in the folded text; empty where folding left nothing of it. */
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
