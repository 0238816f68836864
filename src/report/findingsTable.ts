import type { Finding } from "../domain/Finding.ts"
import type { Page, ReportText } from "./Page.ts"
import type { Report, ReportOptions } from "./Report.ts"

/** One cell: text already encoded for the page. */
export type Cell = string

/** A column: its heading, its width in characters, and the cell of a finding. */
interface Column {
  readonly heading: ReportText
  readonly width: number
  readonly cell: (page: Page, finding: Finding, time: TableTime) => Cell
}

/** Formats a sortable time in the reader's zone, such as "2026-11-21 18:04"; returns anything else unchanged. */
export type TableTime = (iso: string | null) => string

/** Makes the time formatter of tables. */
export const tableTime = ({ timeZone }: ReportOptions): TableTime => {
  // The Swedish date format is that of ISO 8601.
  const format = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "short" })
  return (iso) => {
    if (iso === null) return ""
    const date = new Date(iso)
    return Number.isNaN(date.getTime()) ? iso : format.format(date)
  }
}

/** The columns of the table of findings. */
export const findingColumns: ReadonlyArray<Column> = [
  { heading: "columnStatus", width: 12, cell: (page, { status }) => page.text("status", { status }) },
  { heading: "columnSeverity", width: 16, cell: (page, { severity }) => page.text("severity", { severity }) },
  { heading: "columnRule", width: 34, cell: (page, { rule }) => page.ruleTitle(rule) },
  { heading: "columnTime", width: 17, cell: (page, { at }, time) => page.outside(time(at)) },
  { heading: "columnBusiness", width: 12, cell: (page, { businessId }) => page.outside(businessId) },
  { heading: "columnContext", width: 18, cell: (page, { context }) => page.text("contextName", { context }) },
  { heading: "columnOrder", width: 16, cell: (page, { orderId }) => page.outside(orderId ?? "") },
  { heading: "columnChat", width: 16, cell: (page, { chatId }) => page.outside(chatId) },
  { heading: "columnMatch", width: 26, cell: (page, { match }) => page.outside(match) },
  { heading: "columnExcerpt", width: 60, cell: (page, { excerpt }) => page.outside(excerpt) },
  {
    heading: "columnConfidence",
    width: 13,
    cell: (page, { confidence }) => page.text("confidenceValue", { confidence })
  },
  {
    heading: "columnAcknowledged",
    width: 18,
    cell: (page, { acknowledgement }, time) => page.outside(time(acknowledgement?.until ?? null))
  },
  {
    heading: "columnReason",
    width: 30,
    cell: (page, { acknowledgement }) => page.outside(acknowledgement?.reason ?? "")
  },
  {
    heading: "columnMessages",
    width: 22,
    cell: (page, { spans }) => page.outside([...new Set(spans.map(({ messageId }) => messageId))].join(" "))
  },
  { heading: "columnRuleId", width: 20, cell: (page, { rule }) => page.outside(rule) },
  { heading: "columnFinding", width: 20, cell: (page, { id }) => page.outside(id) }
]

/** The headings of the columns. */
export const headingRow = (page: Page): ReadonlyArray<Cell> => findingColumns.map(({ heading }) => page.text(heading))

/** The cells of one finding. */
export const findingRow = (page: Page, finding: Finding, time: TableTime): ReadonlyArray<Cell> =>
  findingColumns.map(({ cell }) => cell(page, finding, time))

/**
 * The rows about unread businesses and chats and about chats checked with older rules. A table of findings alone would
 * be empty and look clean if nothing was read.
 */
export const unseenRows = <E>(
  page: Page,
  { businesses, chatsJudgedByOlderRules: chats }: Report<E>
): ReadonlyArray<ReadonlyArray<Cell>> => {
  const row = (cells: Partial<Record<ReportText, Cell>>) =>
    findingColumns.map(({ heading }) =>
      heading === "columnStatus" ? page.text("statusUnseen") : (cells[heading] ?? "")
    )
  const unseen = businesses.flatMap(({ businessId, coverage, failure }) => [
    ...(failure === undefined
      ? []
      : [
          row({
            columnBusiness: page.outside(businessId),
            columnExcerpt: page.outside(failure.message),
            columnReason: page.outside(failure.reason)
          })
        ]),
    ...coverage.notScanned.map(({ chatId, reason, message }) =>
      row({
        columnBusiness: page.outside(businessId),
        columnChat: page.outside(chatId),
        columnExcerpt: page.outside(message),
        columnReason: page.outside(reason)
      })
    )
  ])
  return chats === 0
    ? unseen
    : [...unseen, row({ columnExcerpt: page.text("olderRules", { chats, command: "chatlint scan --full" }) })]
}
