import { type MappedText, MappedTextBuilder } from "../MappedText.ts"

/** A cell of a table: what it says, and where it is written, quotation marks and all. */
export interface Cell {
  readonly mapped: MappedText
  readonly start: number
  readonly end: number
}

/** A row of a table that is not empty. */
export interface Row {
  /** Counts from 1; empty lines do not count. */
  readonly row: number
  readonly cells: ReadonlyArray<Cell>
  /** The first cell that is not written as a cell has to be. */
  readonly fault: CellFault | undefined
}

/** A cell whose quotation mark is not closed, or that goes on behind the closing one. */
interface CellFault {
  readonly at: number
  readonly problem: "badCsv" | "strayQuote"
}

/**
 * The rows of a table of separated values (RFC 4180) from an offset on.
 *
 * @param delimiter the sign between the cells; undefined where each line is one cell.
 */
export function* tableRows(text: string, start: number, delimiter: string | undefined): Generator<Row> {
  let position = start
  let row = 0
  while (position < text.length) {
    const cells: Array<Cell> = []
    let fault: CellFault | undefined
    for (;;) {
      const cell = cellAt(text, position, delimiter)
      cells.push(cell)
      fault ??= cell.fault
      position = cell.end
      if (position === text.length || text.charAt(position) !== delimiter) break
      position += 1
    }
    position += text.startsWith("\r\n", position) ? 2 : 1
    const isEmpty = cells.length === 1 && cells.every(({ start, end }) => start === end)
    if (isEmpty) continue
    row += 1
    yield { row, cells, fault }
  }
}

const cellAt = (text: string, start: number, delimiter: string | undefined): Cell & Pick<Row, "fault"> => {
  const builder = new MappedTextBuilder(start)
  let position = start
  let fault: CellFault | undefined
  if (text.charAt(start) === '"') {
    position += 1
    for (;;) {
      const quote = text.indexOf('"', position)
      const end = quote < 0 ? text.length : quote
      builder.put(text.slice(position, end), position, end)
      position = end
      if (quote < 0) {
        fault = { at: start, problem: "badCsv" }
        break
      }
      if (text.charAt(quote + 1) !== '"') {
        position += 1
        break
      }
      builder.put('"', quote, quote + 2)
      position += 2
    }
  }
  // What follows a closing quotation mark by mistake belongs to the cell all the same.
  const end = endOfPlain(text, position, delimiter)
  if (position > start && text.slice(position, end).trim() !== "") fault ??= { at: position, problem: "strayQuote" }
  builder.put(text.slice(position, end), position, end)
  return { mapped: builder.build(), start, end, fault }
}

const endOfPlain = (text: string, start: number, delimiter: string | undefined): number => {
  let position = start
  while (position < text.length) {
    const character = text.charAt(position)
    if (character === delimiter || character === "\n" || character === "\r") break
    position += 1
  }
  return position
}
