import { type MappedText, MappedTextBuilder } from "../MappedText.ts"

/** A cell of a table: its text, and its range in the file including quotes. */
export interface Cell {
  readonly mapped: MappedText
  readonly start: number
  readonly end: number
}

/** A non-empty row of a table. */
export interface Row {
  /** Counts from 1, without empty lines. */
  readonly row: number
  readonly cells: ReadonlyArray<Cell>
  /** The fault of the first malformed cell. */
  readonly fault: CellFault | undefined
}

/** A cell whose quote is not closed, or that has text after the closing quote. */
interface CellFault {
  readonly at: number
  readonly problem: "badCsv" | "strayQuote"
}

/**
 * Reads the rows of a table of delimiter-separated values (RFC 4180), beginning at an offset.
 *
 * @param delimiter undefined if each line is one cell.
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
  // Text after a closing quote is an error, but still part of the cell.
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
