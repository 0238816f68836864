import { stringify } from "csv-stringify/sync"
import { Stream } from "effect"
import { type Cell, findingRow, headingRow, tableTime, unseenRows } from "./findingsTable.ts"
import { makePage } from "./Page.ts"
import type { ReportFormat } from "./Report.ts"

/** Without it Excel takes UTF-8 for the code page of the country. */
const byteOrderMark = "\ufeff"

/** A sign that begins a formula, behind one that other programs part cells with. */
const formulaWithin = /([,;\t|][ \u00a0]*)(?=[=+@-]\S)/g

/** Blanks before a sign do not keep every program from seeing a formula, and a program that parts cells at commas makes more of them. */
const defused = (cell: string): string => cell.trimStart().replace(formulaWithin, "$1'")

/**
 * One line, ended by CR LF (RFC 4180). A cell that a spreadsheet would take for a formula, such as the phone "+7926•••••67",
 * gets an apostrophe before it (https://owasp.org/www-community/attacks/CSV_Injection) and stays readable.
 */
const csvLine = (cells: ReadonlyArray<Cell>): string =>
  stringify([cells.map(defused)], {
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true
  })

/**
 * A table for spreadsheets: UTF-8 with a byte order mark, cells parted by semicolons, as Russian Excel opens it with a
 * double click. One line a finding, and one for each chat that was not read and for those that were judged by older rules.
 */
export const csv: ReportFormat<string> = {
  name: "csv",
  write: (report, options) =>
    Stream.suspend(() => {
      const page = makePage(options)
      const time = tableTime(options)
      return Stream.make(byteOrderMark + csvLine(headingRow(page))).pipe(
        Stream.concat(Stream.map(report.findings, (finding) => csvLine(findingRow(page, finding, time)))),
        Stream.concat(Stream.suspend(() => Stream.fromIterable(unseenRows(page, report).map(csvLine))))
      )
    })
}
