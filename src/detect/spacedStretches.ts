import { type FoldedText, originalRange, type TextRange } from "../text/FoldedText.ts"
import { bracketedRoleOf } from "./spelledSigns.ts"

/** Characters that were set apart by blanks, put together again. */
export interface SpacedStretch {
  /** The characters without the blanks, with the way back to the original text. */
  readonly compact: FoldedText
  /** Leads a stretch of the compact text to the folded text that it was taken from. */
  readonly rangeOf: (range: TextRange) => TextRange
}

/** Fewer characters in a row that are set apart are words of one letter and signs. */
const fewest = 5

/** Finds "s h o p . r u" and "i n f o (at) s h o p . r u": single characters with one blank between them, a dot or an @ among them. */
export const spacedStretches = (folded: FoldedText): ReadonlyArray<SpacedStretch> => {
  const { text } = folded
  const found: Array<SpacedStretch> = []
  let pieces: Array<TextRange> = []
  let position = 0
  const close = () => {
    if (pieces.length >= fewest) {
      const stretch = stretchOf(folded, pieces)
      if (stretch !== undefined) found.push(stretch)
    }
    pieces = []
  }
  while (position < text.length) {
    if (isBlank(text.charCodeAt(position))) {
      position += 1
      // Two blanks or more part two words, and so does a new line.
      if (isBlank(text.charCodeAt(position)) || text.charCodeAt(position - 1) !== 0x20) close()
      continue
    }
    let end = position
    while (end < text.length && !isBlank(text.charCodeAt(end))) end += 1
    if (end - position === 1 || isBracketedSign(text, position, end)) pieces.push({ start: position, end })
    else close()
    position = end
  }
  close()
  return found
}

const isBlank = (unit: number): boolean => unit === 0x20 || (unit >= 0x09 && unit <= 0x0d)

const isBracketedSign = (text: string, start: number, end: number): boolean => {
  if (end - start > 12 || end - start < 3 || !"([{<".includes(text.charAt(start))) return false
  return bracketedRoleOf(text.slice(start + 1, end - 1)) !== undefined
}

const stretchOf = (folded: FoldedText, pieces: ReadonlyArray<TextRange>): SpacedStretch | undefined => {
  const { text } = folded
  const compact = pieces.map(({ start, end }) => text.slice(start, end)).join("")
  if (!/[.。@([{<]/.test(compact)) return undefined
  const offsets: Array<number> = []
  const starts: Array<number> = []
  const ends: Array<number> = []
  for (const piece of pieces) {
    for (let position = piece.start; position < piece.end; position++) {
      const range = originalRange(folded, { start: position, end: position + 1 })
      offsets.push(position)
      starts.push(range.start)
      ends.push(range.end)
    }
  }
  return {
    compact: {
      original: folded.original,
      text: compact,
      map: { starts: new Uint32Array(starts), ends: new Uint32Array(ends) }
    },
    rangeOf: ({ start, end }) => ({ start: offsets[start] ?? 0, end: (offsets[end - 1] ?? 0) + 1 })
  }
}
