import { tableRows } from "./tableRows.ts"

/** The signs that may stand between cells; of those that fit equally well the first one, for sentences have commas. */
const delimiters = ["\t", ";", "|", ","] as const

/** So much of a table tells the sign between its cells. In UTF-16 units. */
const sample = 64 * 1024

/** Whether a text holds a sign that may stand between cells. */
export const holdsDelimiter = (text: string): boolean => delimiters.some((sign) => text.includes(sign))

/** How well a sign fits a table. */
interface Fit {
  readonly sign: string
  /** How many rows have the number of cells that most of the rows with several cells have, and what share of all that is. */
  readonly agreeing: number
  readonly share: number
  /** How many cells the first row has. */
  readonly first: number
}

/**
 * The sign between the cells of a table: the one by which the most of its rows have equally many cells, two at least. Undefined where each line is one
 * cell: no such sign stands in the first row, and in the other ones it does not stand alike either.
 */
export const delimiterOf = (text: string): string | undefined => {
  const fits = delimiters.map((sign) => fitOf(text, sign))
  const most = Math.max(...fits.map(({ share }) => share))
  const isOneColumn = fits.every(({ first }) => first === 1)
  // A title may stand above the table; above a column of sentences its name does, and their commas say nothing.
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
    // What stands behind the end of the sample may belong to its last row.
    if (position === sample && text.length > sample) continue
    rows += 1
    if (fault === undefined && cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1)
  }
  const agreeing = Math.max(0, ...counts.values())
  return { sign, agreeing, share: agreeing / Math.max(rows, 1), first }
}
