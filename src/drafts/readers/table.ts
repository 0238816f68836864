import { DraftError } from "../DraftError.ts"
import { type MappedText, MappedTextBuilder } from "../MappedText.ts"
import type { Reading, ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { anyMessage, type ValueSelection } from "../valueSelection.ts"
import { isHeader, isName, mayBeMessage, unsentColumns } from "./tableColumns.ts"

const delimiters = [",", ";", "\t", "|"] as const

/** The line by which Excel is told the sign between the cells. */
const toldDelimiter = /^sep=(.)(?:\r\n|\r|\n)/

/**
 * Reads a table of comma- or otherwise separated values (RFC 4180), a cell a text. Where the first row names the columns, or a selection does,
 * its cells are messages only where they hold more than such names do, and nothing takes their place: a table without names may begin with
 * "Ответ пришлю в вацап".
 *
 * @param delimiter undefined when the file is to tell it: by the line `sep=;` that Excel writes, else by the first row, of , ; tab and | the
 * one that stands there most.
 */
export const readTable = (file: SourceFile, delimiter: string | undefined, selection: ValueSelection): Reading => {
  const texts: Array<ReadText> = []
  const errors: Array<DraftError> = []
  const isSelected = selection.namesKeys
  const told = toldDelimiter.exec(file.text)
  const sign = delimiter ?? told?.[1] ?? delimiterOf(file.text)
  let columns: ReadonlyArray<string> | undefined
  let unsent: ReadonlySet<number> = new Set()
  for (const { row, cells, fault } of rowsOf(file.text, told?.[0].length ?? 0, sign)) {
    if (fault !== undefined) errors.push(DraftError.at(file.path, file.positionAt(fault.at), fault.problem))
    if (row === 1) {
      const names = cells.map(({ mapped }) => mapped.text.trim())
      if (isSelected && !names.some((name) => selection.takes([name], "text", true))) {
        errors.push(DraftError.at(file.path, file.positionAt(cells[0]?.start ?? 0), "noSuchColumn"))
        break
      }
      if (isSelected || isHeader(names)) {
        columns = names
        unsent = selection === anyMessage ? unsentColumns(names) : unsent
        for (const [index, { mapped }] of cells.entries()) {
          const name = names[index] ?? ""
          const isMessage = isSelected ? !isName(name) : mayBeMessage(name)
          if (isMessage && selection.takes([isSelected ? name : index], mapped.text, true)) {
            texts.push({ key: `row 1, column ${index + 1}`, mapped, written: undefined })
          }
        }
        continue
      }
    }
    for (const [index, { mapped, start, end }] of cells.entries()) {
      const name = columns?.[index]
      if (unsent.has(index) || !selection.takes([name ?? index], mapped.text, true)) continue
      const key = `row ${row}, ${name === undefined || name === "" ? `column ${index + 1}` : name}`
      texts.push({ key, mapped, written: { start, end, quoting: "csv" } })
    }
  }
  return { texts, errors }
}

interface Cell {
  readonly mapped: MappedText
  readonly start: number
  readonly end: number
}

interface Row {
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

/** The sign that stands most in the first row, outside quotation marks. */
const delimiterOf = (text: string): string => {
  const counts = new Map<string, number>()
  let quoted = false
  for (let position = 0; position < text.length; position++) {
    const character = text.charAt(position)
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === "\n" || character === "\r")) break
    else if (!quoted) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  const most = Math.max(...delimiters.map((sign) => counts.get(sign) ?? 0))
  return delimiters.find((sign) => (counts.get(sign) ?? 0) === most) ?? ","
}

function* rowsOf(text: string, start: number, delimiter: string): Generator<Row> {
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
      if (text.charAt(position) !== delimiter) break
      position += 1
    }
    position += text.startsWith("\r\n", position) ? 2 : 1
    const isEmpty = cells.length === 1 && cells.every(({ start, end }) => start === end)
    if (isEmpty) continue
    row += 1
    yield { row, cells, fault }
  }
}

const cellAt = (text: string, start: number, delimiter: string): Cell & Pick<Row, "fault"> => {
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

const endOfPlain = (text: string, start: number, delimiter: string): number => {
  let position = start
  while (position < text.length) {
    const character = text.charAt(position)
    if (character === delimiter || character === "\n" || character === "\r") break
    position += 1
  }
  return position
}
