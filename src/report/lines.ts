import { characterWidth, textWidth } from "./textWidth.ts"

/** The width that every terminal has at least; a terminal would wrap longer lines within words. */
export const columns = 80

/** Colours a text. */
export type Paint = (text: string) => string

/** A part of a text, with or without a colour. */
export type Part = string | readonly [Paint, string]

const unpainted: Paint = (text) => text

interface Range {
  readonly start: number
  readonly end: number
}

/** Punctuation that may not begin a line in Chinese. */
const closing = /^[、。，：；！？）」』】]$/

/** Breaks a text into lines at spaces, between Chinese characters, and within words longer than a line. */
const lineRanges = (text: string, width: number): ReadonlyArray<Range> => {
  const ranges: Array<Range> = []
  let start = 0
  let used = 0
  let breakPoint: { readonly end: number; readonly next: number } | undefined
  let index = 0
  for (const character of text) {
    const taken = characterWidth(character)
    const isSpace = character === " "
    if (isSpace) breakPoint = { end: index, next: index + 1 }
    else if (taken === 2 && index > start && breakPoint?.next !== index && !closing.test(character))
      breakPoint = { end: index, next: index }
    if (used + taken > width && index > start) {
      const { end, next } = breakPoint ?? { end: index, next: index }
      ranges.push({ start, end })
      start = next
      used = textWidth(text.slice(start, index))
      breakPoint = undefined
    }
    // A space at which the line was broken is not part of the next one.
    if (index >= start) used += taken
    index += character.length
  }
  return [...ranges, { start, end: text.length }]
}

/**
 * Wraps a text at 80 columns; each line starts with the prefix and ends with a line feed. Colours are closed at the end
 * of a line and reopened on the next, because pagers reset them there.
 */
export const lines = (prefix: string, ...parts: ReadonlyArray<Part>): string => {
  const painted = parts.map((part): readonly [Paint, string] => (typeof part === "string" ? [unpainted, part] : part))
  const text = painted.map(([, words]) => words).join("")
  return lineRanges(text, columns - prefix.length)
    .map(({ start, end }) => {
      let offset = 0
      let line = ""
      for (const [paint, words] of painted) {
        const piece = words.slice(Math.max(0, start - offset), Math.max(0, end - offset))
        if (piece !== "") line += paint(piece)
        offset += words.length
      }
      return `${prefix}${line}\n`
    })
    .join("")
}
