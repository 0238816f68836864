import { DraftError } from "../DraftError.ts"
import { type MappedText, MappedTextBuilder } from "../MappedText.ts"
import type { Reading, ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { anyMessage, type ValueSelection } from "../valueSelection.ts"

/** Names of columns that hold messages, in the three languages, and the codes of languages. */
const messageColumn =
  /text|message|msg|body|content|reply|answer|template|phrase|caption|title|subject|greeting|сообщ|текст|ответ|шаблон|фраз|реплик|привет|тема|заголов|内容|文本|消息|回复|模板|标题|话术|^(ru|en|zh|kk|uz|be|tr|kz|by)([-_][a-z]+)?$/i

const delimiters = [",", ";", "\t", "|"] as const

/**
 * Reads a table of comma- or otherwise separated values (RFC 4180), a cell a text. The first row names the columns where one of them is
 * called like messages are, or where a selection names columns; otherwise every cell is read.
 *
 * @param delimiter undefined when the first row is to tell it: of , ; tab and | the one that stands there most.
 */
export const readTable = (file: SourceFile, delimiter: string | undefined, selection: ValueSelection): Reading => {
  const texts: Array<ReadText> = []
  const errors: Array<DraftError> = []
  const isSelected = selection !== anyMessage
  let columns: ReadonlyArray<string> | undefined
  for (const { row, cells, unclosed } of rowsOf(file.text, delimiter ?? delimiterOf(file.text))) {
    if (unclosed !== undefined) errors.push(DraftError.at(file.path, file.positionAt(unclosed), "badCsv"))
    if (row === 1) {
      const names = cells.map(({ mapped }) => mapped.text.trim())
      if (isSelected || names.some((name) => messageColumn.test(name))) {
        columns = names
        continue
      }
    }
    for (const [index, { mapped, start, end }] of cells.entries()) {
      const name = columns?.[index]
      if (name !== undefined && !isSelected && !messageColumn.test(name)) continue
      if (!selection.takes([name ?? index], mapped.text, true)) continue
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
  /** Where a cell begins whose quotation mark is not closed. */
  readonly unclosed: number | undefined
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

function* rowsOf(text: string, delimiter: string): Generator<Row> {
  let position = 0
  let row = 0
  while (position < text.length) {
    const cells: Array<Cell> = []
    let unclosed: number | undefined
    for (;;) {
      const cell = cellAt(text, position, delimiter)
      cells.push(cell)
      if (cell.isUnclosed) unclosed ??= cell.start
      position = cell.end
      if (text.charAt(position) !== delimiter) break
      position += 1
    }
    position += text.startsWith("\r\n", position) ? 2 : 1
    const isEmpty = cells.length === 1 && cells.every(({ start, end }) => start === end)
    if (isEmpty) continue
    row += 1
    yield { row, cells, unclosed }
  }
}

const cellAt = (text: string, start: number, delimiter: string): Cell & { readonly isUnclosed: boolean } => {
  const builder = new MappedTextBuilder(start)
  let position = start
  let isUnclosed = false
  if (text.charAt(start) === '"') {
    position += 1
    for (;;) {
      const quote = text.indexOf('"', position)
      const end = quote < 0 ? text.length : quote
      builder.put(text.slice(position, end), position, end)
      position = end
      if (quote < 0) {
        isUnclosed = true
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
  builder.put(text.slice(position, end), position, end)
  return { mapped: builder.build(), start, end, isUnclosed }
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
