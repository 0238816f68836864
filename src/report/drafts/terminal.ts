import picocolors from "picocolors"
import { type DraftFinding, isOpen } from "../../domain/DraftFinding.ts"
import { encodedValues, type TextValues } from "../../locale/Texts.ts"
import { visibleText } from "../../text/visibleText.ts"
import { columns, lines, type Part } from "../lines.ts"
import { type SeverityMark, severityMark } from "../severityMark.ts"
import type { DraftReport, DraftReportOptions } from "./DraftReport.ts"
import { describeNotice, placeOf, placeOfFinding, ruleOf, titleOf } from "./describeFinding.ts"
import { draftVerdictOf } from "./draftVerdict.ts"
import { frameLines, numberWidth } from "./frameLines.ts"
import { makeFramedFormat } from "./makeFormat.ts"
import { draftReportTexts } from "./texts.ts"

/** The formatting functions shared by the parts of the report. */
interface Page {
  readonly options: DraftReportOptions
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** Formats a text, with its values encoded for a terminal. */
  readonly text: (key: (typeof draftReportTexts.keys)[number], values?: TextValues) => string
}

const makePage = (options: DraftReportOptions): Page => ({
  options,
  colors: picocolors.createColors(options.color),
  text: (key, values = {}) => draftReportTexts(options.locale, key, encodedValues(values, visibleText))
})

/** One finding: its rule, place, lines of the file, reason and rewrite. */
const findingBlock = (page: Page, finding: DraftFinding): string => {
  const { colors, text, options } = page
  const { rule, severity, key, frame, suggestion } = finding
  const { icon, paint } = severityMark(page, severity)
  const title = visibleText(titleOf(options, rule))
  const id = visibleText(rule)
  const gutter = " ".repeat(numberWidth(frame))
  const explanation = ruleOf(options, rule)?.explanation
  const more: Part = [colors.dim, text("more", { command: `chatlint explain ${rule}` })]
  return [
    `\n${lines("", [paint, `${icon} ${text("severity", { severity })}`], `  ${title}`, [
      colors.dim,
      title === id ? "" : ` (${id})`
    ])}`,
    // Never wrapped, because terminals make places clickable.
    `${gutter} ┌ ${colors.cyan(visibleText(placeOfFinding(finding)))}\n`,
    key === "" ? "" : branch(gutter, "│", [colors.dim, visibleText(key)]),
    frameLines(frame, columns, { dim: colors.dim, paint }),
    branch(gutter, "├", [paint, visibleText(finding.match)]),
    explanation === undefined
      ? ""
      : branch(gutter, "├", `${text("why")}${text("detailSeparator")}${visibleText(explanation)}`),
    branch(gutter, suggestion === null ? "└" : "├", more),
    // Never wrapped either, so that it can be copied.
    suggestion === null
      ? ""
      : `${gutter} └ ${text("rewrite")}\n${gutter}   → ${colors.green(visibleText(suggestion))}\n`
  ].join("")
}

/** Text after a branch of the frame's border; wrapped lines continue after the border. */
const branch = (gutter: string, sign: "│" | "├" | "└", ...parts: ReadonlyArray<Part>): string => {
  const next = `${gutter} │ `
  return `${gutter} ${sign} ${lines(next, ...parts).slice(next.length)}`
}

type Entry = readonly [place: string, message: string]

/**
 * A heading and its entries; empty without entries. No line begins with external text, because a CI server may execute
 * commands at the start of a line.
 */
const section = ({ colors }: Page, title: string, entries: ReadonlyArray<Entry>): string =>
  entries.length === 0
    ? ""
    : `\n${lines("", [(words) => colors.yellow(colors.bold(words)), title])}` +
      entries
        .map(([place, message]) => `  ┌ ${visibleText(place)}\n${branch(" ", "│", [colors.dim, visibleText(message)])}`)
        .join("")

/** The verdict at the end. */
const verdictLines = ({ colors, options }: Page, report: DraftReport): string => {
  const { mark, sentence, checked } = draftVerdictOf(report, options)
  const { icon, paint }: SeverityMark =
    mark === "clean"
      ? { icon: "✓", paint: colors.green }
      : mark === "nothing"
        ? { icon: "–", paint: colors.yellow }
        : mark === "incomplete"
          ? { icon: "!", paint: colors.yellow }
          : severityMark({ colors }, mark)
  return `\n${lines("", [(line) => paint(colors.bold(line)), `${icon} ${sentence}`])}${lines("", [colors.dim, checked])}`
}

/**
 * The report for a terminal: each open finding with the surrounding lines, unchecked places, ineffective suppressions,
 * and a verdict. Accepted and suppressed findings are only counted.
 */
export const terminal = makeFramedFormat("terminal", function* (report, options) {
  const page = makePage(options)
  for (const finding of report.findings) if (isOpen(finding)) yield findingBlock(page, finding)
  const unseen = report.notChecked.map((place): Entry => [placeOf(place), place.message])
  yield section(page, page.text("unseen"), unseen)
  const notices = report.suppressionNotices.map(
    (notice): Entry => [placeOf(notice), describeNotice(notice, options.locale)]
  )
  yield section(page, page.text("suppressions"), notices)
  yield verdictLines(page, report)
})
