import picocolors from "picocolors"
import { encodedValues, type TextValues } from "../locale/Texts.ts"
import { visibleText } from "../text/visibleText.ts"
import type { ReportOptions } from "./Report.ts"
import { reportTexts } from "./texts.ts"

/** An error message of a strange server may be a whole page; the JSON report has all of it. */
const longestOutsideText = 600

/** A key of the report's texts. */
export type ReportText = Parameters<typeof reportTexts>[1]

/** What every part of the terminal report writes with. */
export interface Page {
  readonly colors: ReturnType<typeof picocolors.createColors>
  readonly ruleTitle: ReportOptions["ruleTitle"]
  /** Text from outside (ids, excerpts, reasons), encoded for the place where this page is shown. */
  readonly outside: (text: string) => string
  /** One of our texts. Strings that are put into it are encoded here, so that no caller can forget to. */
  readonly text: (key: ReportText, values?: TextValues) => string
  /** Parts of a sentence, one after the other, as the language separates them. */
  readonly list: (parts: ReadonlyArray<string>) => string
  /** A time in the reader's zone and language; what is not a time is shown as it came. */
  readonly time: (iso: string) => string
}

/** Text from outside, encoded and, when it is very long, cut with an ellipsis. */
export const outsideText = (text: string): string => {
  const start = Array.from(text.slice(0, 2 * longestOutsideText + 2))
  return start.length > longestOutsideText
    ? `${visibleText(start.slice(0, longestOutsideText).join(""))}…`
    : visibleText(text)
}

/**
 * The page for a reader.
 *
 * @param outside encodes text from outside for the place where the page is shown: a terminal, unless told.
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
