import { DraftError } from "../DraftError.ts"
import type { Reading, ReadText } from "../ReadText.ts"
import type { SourceFile } from "../SourceFile.ts"
import { anyMessage, type ValueSelection } from "../valueSelection.ts"
import { isHeader, isName, isRecipient, mayBeMessage, unsentColumns } from "./tableColumns.ts"
import { delimiterOf, holdsDelimiter } from "./tableDelimiter.ts"
import { tableRows } from "./tableRows.ts"

/** The line that declares the delimiter for Excel. */
const declaredDelimiter = /^sep=(.)(?:\r\n|\r|\n)/

/**
 * Reads a table of delimiter-separated values (RFC 4180), in which each cell is a text. If the first row looks like a
 * header, or columns are selected by name, its cells are messages only if they contain more than column names do, since
 * a table without header may begin with "Ответ пришлю в вацап". They are never replaced.
 *
 * If rows have different numbers of cells, it is unclear which delimiters belong to a text, so no cell is replaced.
 *
 * @param delimiter undefined to detect it, by the line `sep=;` for Excel or else by the rows.
 */
export const readTable = (file: SourceFile, delimiter: string | undefined, selection: ValueSelection): Reading => {
  const texts: Array<ReadText> = []
  const errors: Array<DraftError> = []
  const isSelected = selection.namesKeys
  const declared = declaredDelimiter.exec(file.text)
  const start = declared?.[0].length ?? 0
  const sign = delimiter ?? declared?.[1] ?? delimiterOf(file.text)
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
      // In a table of one column, a line with delimiters may still be several cells.
      const isWhole = sign !== undefined || file.text.startsWith('"', start) || !holdsDelimiter(mapped.text)
      texts.push({ key, mapped, written: isWhole ? { start, end, quoting: "csv" } : undefined })
    }
  }
  const isRegular = counts.size <= 1
  return { texts: isRegular ? texts : texts.map((text) => ({ ...text, written: undefined })), errors }
}
