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

/** What every part of the report writes with. */
interface Page {
  readonly options: DraftReportOptions
  readonly colors: ReturnType<typeof picocolors.createColors>
  /** One of our texts, with the values made fit for a terminal. */
  readonly text: (key: (typeof draftReportTexts.keys)[number], values?: TextValues) => string
}

const makePage = (options: DraftReportOptions): Page => ({
  options,
  colors: picocolors.createColors(options.color),
  text: (key, values = {}) => draftReportTexts(options.locale, key, encodedValues(values, visibleText))
})

/** One finding: what, where, the lines of the file, why, and what to write instead. */
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
    // A place stays whole, however long it is: terminals open what they recognise as one.
    `${gutter} ┌ ${colors.cyan(visibleText(placeOfFinding(finding)))}\n`,
    key === "" ? "" : branch(gutter, "│", [colors.dim, visibleText(key)]),
    frameLines(frame, columns, { dim: colors.dim, paint }),
    branch(gutter, "├", [paint, visibleText(finding.match)]),
    explanation === undefined
      ? ""
      : branch(gutter, "├", `${text("why")}${text("detailSeparator")}${visibleText(explanation)}`),
    branch(gutter, suggestion === null ? "└" : "├", more),
    // So does a rewrite: it is there to be copied.
    suggestion === null
      ? ""
      : `${gutter} └ ${text("rewrite")}\n${gutter}   → ${colors.green(visibleText(suggestion))}\n`
  ].join("")
}

/** Text behind a branch of the frame's line; what does not fit on one line goes on behind the line itself. */
const branch = (gutter: string, sign: "│" | "├" | "└", ...parts: ReadonlyArray<Part>): string => {
  const next = `${gutter} │ `
  return `${gutter} ${sign} ${lines(next, ...parts).slice(next.length)}`
}

type Entry = readonly [place: string, message: string]

/**
 * A heading and what stands under it; nothing where there is nothing. No line begins with text from outside: a CI server
 * that shows it may obey what stands there.
 */
const section = ({ colors }: Page, title: string, entries: ReadonlyArray<Entry>): string =>
  entries.length === 0
    ? ""
    : `\n${lines("", [(words) => colors.yellow(colors.bold(words)), title])}` +
      entries
        .map(([place, message]) => `  ┌ ${visibleText(place)}\n${branch(" ", "│", [colors.dim, visibleText(message)])}`)
        .join("")

/** The last lines: what a person who reads nothing else takes away. */
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
 * For a person at a terminal: each new finding with the lines of the file around it, what was not checked, what is wrong
 * with suppressions, and a verdict. Accepted and suppressed findings are counted and not shown.
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
