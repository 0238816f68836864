import type { Finding } from "../domain/Finding.ts"
import { columns, lines, type Paint } from "./lines.ts"
import { outsideText, type Page } from "./Page.ts"
import { textWidth } from "./textWidth.ts"

/** Where the match stands in an excerpt: offsets into it, and whether the excerpt hides it. */
interface Place {
  readonly start: number
  readonly end: number
  readonly masked: boolean
}

/** What a mask looks like in an excerpt, words and gaps of one hidden thing together. */
const mask = /█+(?: █+)*/g

/**
 * Finds the match in its excerpt: the match itself, or the mask over it. An excerpt may mask other people's data too, so
 * with two candidates nothing is pointed at: a wrong arrow is worse than none.
 */
const placeOf = (excerpt: string, match: string): Place | undefined => {
  const start = match === "" ? -1 : excerpt.indexOf(match)
  if (start !== -1) {
    const end = start + match.length
    return excerpt.indexOf(match, end) === -1 ? { start, end, masked: false } : undefined
  }
  const [first, second] = excerpt.matchAll(mask)
  return first !== undefined && second === undefined
    ? { start: first.index, end: first.index + first[0].length, masked: true }
    : undefined
}

/** The excerpt in a frame, with the match pointed at, or named below where it cannot be pointed at. */
export const excerptFrame = (page: Page, indent: string, finding: Finding, paint: Paint): string => {
  const excerpt = outsideText(finding.excerpt)
  const match = outsideText(finding.match)
  const bar = `${indent}│ `
  const width = columns - bar.length
  const place = textWidth(excerpt) > width ? undefined : placeOf(excerpt, match)
  const before = place === undefined ? "" : excerpt.slice(0, place.start)
  const gap = " ".repeat(textWidth(before))
  if (place !== undefined) {
    const marked = excerpt.slice(place.start, place.end)
    const framed = `${bar}${before}${paint(marked)}${excerpt.slice(place.end)}\n`
    if (!place.masked) return `${framed}${bar}${gap}${paint("^".repeat(textWidth(marked)))}\n`
    const label = `╰─ ${match}`
    if (textWidth(gap) + textWidth(label) <= width) return `${framed}${bar}${gap}${paint(label)}\n`
  }
  const found = match === "" ? "" : lines(`${indent}╰ `, [paint, page.text("match", { match })])
  return lines(bar, excerpt) + found
}
