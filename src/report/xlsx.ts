import { Effect, Stream } from "effect"
import { strFromU8, unzipSync } from "fflate"
import type { CellObject, Row } from "write-excel-file/node"
import { type Cell, findingColumns, findingRow, headingRow, tableTime, unseenRows } from "./findingsTable.ts"
import { makePage, type Page } from "./Page.ts"
import { packFiles } from "./packFiles.ts"
import type { Report, ReportFormat } from "./Report.ts"
import { summarySections } from "./summarySections.ts"
import { xmlText } from "./xmlElement.ts"

/**
 * Excel decodes "_x003D_" in a text as a character (ECMA-376-1, 22.9.2.19), unless its underscore is itself encoded.
 */
const literal = (text: string): string => text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")

/** A text cell, so that nothing becomes a formula, and no long id a number without its last digits. */
const textCell = (text: Cell, style: Partial<CellObject> = {}): CellObject => ({
  type: String,
  value: literal(text),
  ...style
})

const heading: Partial<CellObject> = { fontWeight: "bold", backgroundColor: "#E6E9EE", alignVertical: "top" }

const textRow = (cells: ReadonlyArray<Cell>, style: Partial<CellObject> = {}): Row =>
  cells.map((cell) => textCell(cell, style))

const findingsSheet = "xl/worksheets/sheet1.xml"

/** A placeholder row of one cell, from which the library's style index is read. */
const placeholderRow = /<row r="2"><c r="A2"( s="\d+")\/><\/row><\/sheetData>/

/** The workbook without findings, as ordered pairs of file name and content. */
const emptyWorkbook = <E>(page: Page, report: Report<E>): Effect.Effect<ReadonlyArray<readonly [string, string]>> =>
  Effect.promise(async () => {
    // Loaded only when a workbook is written.
    const { default: writeXlsxFile } = await import("write-excel-file/node")
    const summary = summarySections(page, report).flatMap(
      ({ heading: title, lines }): ReadonlyArray<Row> => [
        [textCell(title, { fontWeight: "bold" })],
        ...lines.map((cells) => textRow(cells)),
        []
      ]
    )
    const workbook = await writeXlsxFile([
      {
        data: [textRow(headingRow(page), heading), [textCell("", { alignVertical: "top" })]],
        sheet: page.text("sheetFindings"),
        columns: findingColumns.map(({ width }) => ({ width })),
        stickyRowsCount: 1
      },
      { data: summary, sheet: page.text("sheetSummary"), columns: [40, 30, 60, 40].map((width) => ({ width })) }
    ]).toBuffer()
    return Object.entries(unzipSync(workbook)).map(([name, content]) => [name, strFromU8(content)] as const)
  })

/** The letter of a column: "P" for index 15. The table has at most 26 columns. */
const columnLetter = (index: number): string => String.fromCharCode(0x41 + index)

/** A row with inline strings. A shared string table would have to be held in memory until the end. */
const rowXml = (number: number, cells: ReadonlyArray<Cell>, style: string): string => {
  const written = cells.map((cell, index) =>
    cell === ""
      ? ""
      : `<c r="${columnLetter(index)}${number}"${style} t="inlineStr"><is><t xml:space="preserve">${xmlText(literal(cell))}</t></is></c>`
  )
  return `<row r="${number}">${written.join("")}</row>`
}

/** Inserts the rows from the sheet's second row on, and filters for the columns. */
const sheetWith = <E>(sheet: string, rows: Stream.Stream<ReadonlyArray<Cell>, E>): Stream.Stream<string, E> => {
  const place = placeholderRow.exec(sheet)
  if (place === null) return Stream.dieMessage("The library writes empty rows in another way than it did")
  const [{ length }, style = ""] = place
  let last = 1
  return Stream.make(sheet.slice(0, place.index)).pipe(
    Stream.concat(
      Stream.map(rows, (cells) => {
        last += 1
        return rowXml(last, cells, style)
      })
    ),
    Stream.concat(
      Stream.suspend(() =>
        Stream.make(
          `</sheetData><autoFilter ref="A1:${columnLetter(findingColumns.length - 1)}${last}"/>`,
          sheet.slice(place.index + length)
        )
      )
    )
  )
}

/**
 * A workbook with a sheet of findings, which has a sticky heading and filters, and a summary sheet. The library writes
 * everything but the rows of findings, which it would hold in memory; they are inserted while the workbook is packed.
 */
export const xlsx: ReportFormat<Uint8Array> = {
  name: "xlsx",
  isBinary: true,
  write: (report, options) => {
    const page = makePage(options)
    const time = tableTime(options)
    const rows = Stream.map(report.findings, (finding) => findingRow(page, finding, time)).pipe(
      Stream.concat(Stream.suspend(() => Stream.fromIterable(unseenRows(page, report))))
    )
    return Stream.unwrap(
      Effect.map(emptyWorkbook(page, report), (files) =>
        packFiles(
          files.map(([name, text]) => ({
            name,
            content: name === findingsSheet ? sheetWith(text, rows) : Stream.make(text)
          }))
        )
      )
    )
  }
}
