import picocolors from "picocolors"
import type { Severity } from "../domain/Rule.ts"
import { lines, type Part } from "../report/lines.ts"
import { type SeverityMark, severityMark } from "../report/severityMark.ts"
import { textWidth } from "../report/textWidth.ts"
import { visibleText } from "../text/visibleText.ts"

type Colors = ReturnType<typeof picocolors.createColors>

/** What a page for a person is written with. */
export interface TerminalPage {
  readonly colors: Colors
  /** Text as lines of at most 80 columns, each behind the prefix. Strings are made fit for a terminal here. */
  readonly lines: (prefix: string, ...parts: ReadonlyArray<Part>) => string
  /** The same behind a bullet; what does not fit on its line stands under the text, not under the bullet. */
  readonly item: (indent: string, bullet: Part, ...parts: ReadonlyArray<Part>) => string
  /** A heading with an empty line above it. */
  readonly heading: (title: string) => string
  /** The sign of a severity; it stands beside words, and the colour only repeats it. */
  readonly mark: (severity: Severity) => SeverityMark
}

/** Makes the page, with colours where they may be used. */
export const makeTerminalPage = (color: boolean): TerminalPage => {
  const colors = picocolors.createColors(color)
  const visible = (part: Part): Part => (typeof part === "string" ? visibleText(part) : [part[0], visibleText(part[1])])
  const page: TerminalPage["lines"] = (prefix, ...parts) => lines(prefix, ...parts.map(visible))
  return {
    colors,
    lines: page,
    item: (indent, bullet, ...parts) => {
      const [paint, sign] = typeof bullet === "string" ? [String, bullet] : bullet
      const hanging = `${indent}${" ".repeat(textWidth(sign) + 1)}`
      return `${indent}${paint(visibleText(sign))} ${page(hanging, ...parts).slice(hanging.length)}`
    },
    heading: (title) => `\n${page("", [colors.bold, title])}`,
    mark: (severity) => severityMark({ colors }, severity)
  }
}
