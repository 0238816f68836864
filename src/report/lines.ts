import { characterWidth, textWidth } from "./textWidth.ts"

/** The width that every terminal has; longer lines would be broken by the terminal, in the middle of words. */
export const columns = 80

/** Gives a text its colour. */
export type Paint = (text: string) => string

/** A part of a text: as it is, or with its colour. */
export type Part = string | readonly [Paint, string]

const unpainted: Paint = (text) => text

interface Range {
  readonly start: number
  readonly end: number
}

/** Punctuation that may not begin a line in Chinese. */
const closing = /^[、。，：；！？）」』】]$/

/** Where a text breaks into lines: at spaces, between Chinese characters, and inside a word that is longer than a line. */
const lineRanges = (text: string, width: number): ReadonlyArray<Range> => {
  const ranges: Array<Range> = []
  let start = 0
  let used = 0
  let chance: { readonly end: number; readonly next: number } | undefined
  let index = 0
  for (const character of text) {
    const taken = characterWidth(character)
    const isSpace = character === " "
    if (isSpace) chance = { end: index, next: index + 1 }
    else if (taken === 2 && index > start && chance?.next !== index && !closing.test(character))
      chance = { end: index, next: index }
    if (used + taken > width && index > start) {
      const { end, next } = chance ?? { end: index, next: index }
      ranges.push({ start, end })
      start = next
      used = textWidth(text.slice(start, index))
      chance = undefined
    }
    // A space that ended the line is not part of the next one.
    if (index >= start) used += taken
    index += character.length
  }
  return [...ranges, { start, end: text.length }]
}

/**
 * The text as lines of at most 80 columns, each behind the prefix and closed by a line feed. Colours are closed at the
 * end of a line and opened again on the next, because pagers forget them there.
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
