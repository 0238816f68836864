import { tableRows } from "./tableRows.ts"

/** Possible delimiters. Of equally good ones the first is used; the comma is last, as it occurs in sentences. */
const delimiters = ["\t", ";", "|", ","] as const

/** How much of a table is examined to detect its delimiter, in UTF-16 units. */
const sample = 64 * 1024

/** Whether a text contains a possible delimiter. */
export const holdsDelimiter = (text: string): boolean => delimiters.some((sign) => text.includes(sign))

/** How well a delimiter fits a table. */
interface Fit {
  readonly sign: string
  /** How many rows have the most frequent number of cells above one, and their share of all rows. */
  readonly agreeing: number
  readonly share: number
  /** The number of cells in the first row. */
  readonly first: number
}

/**
 * Detects the delimiter of a table: the one with which most rows have the same number of cells, at least two. Undefined
 * if each line is one cell: no delimiter occurs in the first row, nor consistently in the others.
 */
export const delimiterOf = (text: string): string | undefined => {
  const fits = delimiters.map((sign) => fitOf(text, sign))
  const most = Math.max(...fits.map(({ share }) => share))
  const isOneColumn = fits.every(({ first }) => first === 1)
  // A title may precede the table; but below the name of a single column commas are those of sentences.
  const usual = fits.find(({ share }) => share === most)
  const isTitled = usual !== undefined && usual.agreeing > 1 && usual.sign !== ","
  return most === 0 || (isOneColumn && !isTitled) ? undefined : usual?.sign
}

const fitOf = (text: string, sign: string): Fit => {
  const counts = new Map<number, number>()
  let first = 0
  let position = 0
  let rows = 0
  for (const { cells, fault } of tableRows(text.slice(0, sample), 0, sign)) {
    first ||= cells.length
    position = cells.at(-1)?.end ?? position
    // The last row of the sample may be incomplete.
    if (position === sample && text.length > sample) continue
    rows += 1
    if (fault === undefined && cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  const agreeing = Math.max(0, ...counts.values())
  return { sign, agreeing, share: agreeing / Math.max(rows, 1), first }
}
