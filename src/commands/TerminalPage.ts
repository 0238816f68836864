import picocolors from "picocolors"
import type { Severity } from "../domain/Rule.ts"
import { lines, type Part } from "../report/lines.ts"
import { type SeverityMark, severityMark } from "../report/severityMark.ts"
import { textWidth } from "../report/textWidth.ts"
import { visibleText } from "../text/visibleText.ts"

type Colors = ReturnType<typeof picocolors.createColors>

/** Formatting functions for a page on the terminal. */
export interface TerminalPage {
  readonly colors: Colors
  /** Wraps text at 80 columns, each line after the prefix. Strings are encoded for a terminal here. */
  readonly lines: (prefix: string, ...parts: ReadonlyArray<Part>) => string
  /** Like `lines`, after a bullet; continuation lines are aligned with the text. */
  readonly item: (indent: string, bullet: Part, ...parts: ReadonlyArray<Part>) => string
  /** A heading with an empty line above it. */
  readonly heading: (title: string) => string
  /** The icon and colour of a severity. The icon accompanies text, and the colour adds no information. */
  readonly mark: (severity: Severity) => SeverityMark
}

/** Makes a page, with colours if allowed. */
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
