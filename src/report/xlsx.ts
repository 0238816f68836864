import { Chunk, Effect, Stream } from "effect"
import type { CellObject, Row } from "write-excel-file/node"
import { type Cell, findingColumns, findingRow, headingRow, tableTime, unseenRows } from "./findingsTable.ts"
import { makePage } from "./Page.ts"
import type { ReportFormat } from "./Report.ts"
import { summarySections } from "./summarySections.ts"

/** Excel reads "_x003D_" in a text as the character of that code (ECMA-376-1, 22.9.2.19), unless its first sign is written so itself. */
const literal = (text: string): string => text.replace(/_(?=x[\da-f]{4}_)/gi, "_x005F_")

/** A cell that is a text whatever it looks like: no formula, and no number that loses the end of a long id. */
const textCell = (text: Cell, style: Partial<CellObject> = {}): CellObject => ({
  type: String,
  value: literal(text),
  ...style
})

const heading: Partial<CellObject> = { fontWeight: "bold", backgroundColor: "#E6E9EE", alignVertical: "top" }

const textRow = (cells: ReadonlyArray<Cell>, style: Partial<CellObject> = {}): Row =>
  cells.map((cell) => textCell(cell, style))

/** "P" for the sixteenth column. The table has fewer columns than letters. */
const lastColumn = String.fromCharCode(0x40 + findingColumns.length)

/** Adds the arrows in the headings by which a reader filters and sorts. */
const withFilter = (sheet: string, rows: number): string =>
  sheet.replace("</sheetData>", `</sheetData><autoFilter ref="A1:${lastColumn}${rows}"/>`)

/**
 * A workbook: a sheet of findings, with a heading that stays in sight and filters, and a sheet that says the rest. A
 * workbook is one compressed whole, so this format holds all findings at once, about a kilobyte each.
 */
export const xlsx: ReportFormat<Uint8Array> = {
  name: "xlsx",
  isBinary: true,
  write: (report, options) =>
    Stream.unwrap(
      Effect.gen(function* () {
        const page = makePage(options)
        const time = tableTime(options)
        const findings = yield* Stream.runCollect(
          Stream.map(report.findings, (finding) => textRow(findingRow(page, finding, time), { alignVertical: "top" }))
        )
        const rows: ReadonlyArray<Row> = [
          textRow(headingRow(page), heading),
          ...Chunk.toReadonlyArray(findings),
          ...unseenRows(page, report.businesses).map((cells) => textRow(cells))
        ]
        const summary = summarySections(page, report).flatMap(
          ({ heading: title, lines }): ReadonlyArray<Row> => [
            [textCell(title, { fontWeight: "bold" })],
            ...lines.map((cells) => textRow(cells)),
            []
          ]
        )
        // Loaded when a workbook is written: the other formats can do without it.
        const { default: writeXlsxFile } = yield* Effect.promise(() => import("write-excel-file/node"))
        const workbook = yield* Effect.promise(() =>
          writeXlsxFile(
            [
              {
                data: [...rows],
                sheet: page.text("sheetFindings"),
                columns: findingColumns.map(({ width }) => ({ width })),
                stickyRowsCount: 1
              },
              { data: summary, sheet: page.text("sheetSummary"), columns: [40, 30, 60, 40].map((width) => ({ width })) }
            ],
            {
              features: [
                {
                  files: {
                    transform: {
                      "xl/worksheets/sheet{id}.xml": {
                        transform: (sheet, _options, { sheetIndex }) =>
                          sheetIndex === 0 ? withFilter(sheet, rows.length) : sheet
                      }
                    }
                  }
                }
              ]
            }
          ).toBuffer()
        )
        return Stream.make(new Uint8Array(workbook))
      })
    )
}
