import { DraftError } from "../DraftError.ts"
import type { Reading, ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { anyMessage, type ValueSelection } from "../valueSelection.ts"
import { isHeader, isName, isRecipient, mayBeMessage, unsentColumns } from "./tableColumns.ts"
import { delimiterOf, holdsDelimiter } from "./tableDelimiter.ts"
import { tableRows } from "./tableRows.ts"

/** The line by which Excel is told the sign between the cells. */
const toldDelimiter = /^sep=(.)(?:\r\n|\r|\n)/

/**
 * Reads a table of comma- or otherwise separated values (RFC 4180), a cell a text. Where the first row names the columns, or a selection does,
 * its cells are messages only where they hold more than such names do, and nothing takes their place: a table without names may begin with
 * "Ответ пришлю в вацап".
 *
 * Where the rows have not all the same number of cells, a sign between two of them may be one within a text, or the other way round: then no cell
 * can be replaced.
 *
 * @param delimiter undefined when the file is to tell it: by the line `sep=;` that Excel writes, else by its rows.
 */
export const readTable = (file: SourceFile, delimiter: string | undefined, selection: ValueSelection): Reading => {
  const texts: Array<ReadText> = []
  const errors: Array<DraftError> = []
  const isSelected = selection.namesKeys
  const told = toldDelimiter.exec(file.text)
  const start = told?.[0].length ?? 0
  const sign = delimiter ?? told?.[1] ?? delimiterOf(file.text)
  const counts = new Set<number>()
  let columns: ReadonlyArray<string> | undefined
  let unsent: ReadonlySet<number> = new Set()
  for (const { row, cells, fault } of tableRows(file.text, start, sign)) {
    counts.add(cells.length)
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
      if ((unsent.has(index) && isRecipient(mapped.text)) || !selection.takes([name ?? index], mapped.text, true))
        continue
      const key = `row ${row}, ${name === undefined || name === "" ? `column ${index + 1}` : name}`
      // A line that holds such signs may yet be several cells.
      const isWhole = sign !== undefined || file.text.startsWith('"', start) || !holdsDelimiter(mapped.text)
      texts.push({ key, mapped, written: isWhole ? { start, end, quoting: "csv" } : undefined })
    }
  }
  const isRegular = counts.size <= 1
  return { texts: isRegular ? texts : texts.map((text) => ({ ...text, written: undefined })), errors }
}
