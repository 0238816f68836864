import picocolors from "picocolors"
import { encodedValues, type TextValues } from "../locale/Texts.ts"
import { visibleText } from "../text/visibleText.ts"
import type { ReportOptions } from "./Report.ts"
import { reportTexts } from "./texts.ts"

/** In characters. An error message of an unknown server may be a whole page; the JSON report has it in full. */
const longestOutsideText = 600

/** A key of the report's texts. */
export type ReportText = Parameters<typeof reportTexts>[1]

/** The formatting functions for one reader and output, shared by the parts of a report. */
export interface Page {
  readonly colors: ReturnType<typeof picocolors.createColors>
  readonly ruleTitle: ReportOptions["ruleTitle"]
  /** Encodes external text (ids, excerpts, reasons) for the place where this page is shown. */
  readonly outside: (text: string) => string
  /** Formats a text. String values are encoded here, so that no caller can forget to. */
  readonly text: (key: ReportText, values?: TextValues) => string
  /** Joins parts of a sentence with the language's separator. */
  readonly list: (parts: ReadonlyArray<string>) => string
  /** Formats a time in the reader's time zone and language; anything else is returned encoded. */
  readonly time: (iso: string) => string
}

/** Encodes external text for a terminal, and cuts a very long one with an ellipsis. */
export const outsideText = (text: string): string => {
  const start = Array.from(text.slice(0, 2 * longestOutsideText + 2))
  return start.length > longestOutsideText
    ? `${visibleText(start.slice(0, longestOutsideText).join(""))}…`
    : visibleText(text)
}

/**
 * Makes the page for a reader.
 *
 * @param outside encodes external text for the place where the page is shown; by default for a terminal.
 */
export const makePage = (
  { locale, color, timeZone, ruleTitle }: ReportOptions,
  outside: (text: string) => string = outsideText
): Page => {
  const format = new Intl.DateTimeFormat(locale, {
    dateStyle: "medium",
    timeStyle: "short",
    hourCycle: "h23",
    timeZone
  })
  const text: Page["text"] = (key, values = {}) => reportTexts(locale, key, encodedValues(values, outside))
  return {
    colors: picocolors.createColors(color),
    ruleTitle: (rule) => outside(ruleTitle(rule)),
    outside,
    text,
    list: (parts) => parts.join(text("listSeparator")),
    time: (iso) => {
      const date = new Date(iso)
      return Number.isNaN(date.getTime()) ? outside(iso) : format.format(date)
    }
  }
}
