import type { Finding } from "../domain/Finding.ts"
import { columns, lines, type Paint } from "./lines.ts"
import { matchPlace } from "./matchPlace.ts"
import { outsideText, type Page } from "./Page.ts"
import { textWidth } from "./textWidth.ts"

/** The excerpt in a frame, with the match marked, or printed below if its place is unknown. */
export const excerptFrame = (page: Page, indent: string, finding: Finding, paint: Paint): string => {
  const excerpt = outsideText(finding.excerpt)
  const match = outsideText(finding.match)
  const bar = `${indent}│ `
  const width = columns - bar.length
  const place = textWidth(excerpt) > width ? undefined : matchPlace(excerpt, match)
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
