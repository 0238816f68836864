import { stringify } from "csv-stringify/sync"
import { Stream } from "effect"
import { type Cell, findingRow, headingRow, tableTime, unseenRows } from "./findingsTable.ts"
import { makePage } from "./Page.ts"
import type { ReportFormat } from "./Report.ts"

/** Without it, Excel decodes the file with the system's code page instead of UTF-8. */
const byteOrderMark = "\ufeff"

/** A character that starts a formula, after one that some programs treat as a cell separator. */
const formulaWithin = /([,;\t|][ \u00a0]*)(?=[=+@-]\S)/g

/** Prevents formulas after leading blanks, and in a program that splits the cell at another separator. */
const withoutFormulas = (cell: string): string => cell.trimStart().replace(formulaWithin, "$1'")

/**
 * One line, terminated by CR LF (RFC 4180). A cell that a spreadsheet would interpret as a formula, such as the phone
 * "+7926•••••67", is prefixed with an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
 */
const csvLine = (cells: ReadonlyArray<Cell>): string =>
  stringify([cells.map(withoutFormulas)], {
    delimiter: ";",
    record_delimiter: "windows",
    escape_formulas: true
  })

/**
 * A table for spreadsheets: UTF-8 with a byte order mark and semicolons as separators, which Russian Excel opens on a
 * double click. One line per finding, one per unread chat, and one about chats checked with older rules.
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
