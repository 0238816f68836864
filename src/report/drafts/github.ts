import { isOpen } from "../../domain/DraftFinding.ts"
import { visibleText } from "../../text/visibleText.ts"
import { describeFinding, describeNotice, titleOf } from "./describeFinding.ts"
import { draftVerdictOf } from "./draftVerdict.ts"
import { makeFormat } from "./makeFormat.ts"
import { draftReportTexts } from "./texts.ts"

/**
 * Escapes the message of a workflow command. The runner decodes %25, %0D and %0A
 * (https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts), and visibleText leaves no line breaks.
 */
const data = (text: string): string => visibleText(text).replaceAll("%", "%25")

/** Escapes the value of a command's property, which ends at a colon or a comma. */
const property = (text: string | number): string => data(String(text)).replaceAll(":", "%3A").replaceAll(",", "%2C")

const command = (
  name: "error" | "warning" | "notice",
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string
): string => {
  const written = Object.entries(properties).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${property(value)}`]
  )
  return `::${name} ${written.join(",")}::${data(message)}\n`
}

/** Annotations of GitHub Actions, which are shown at their lines in a pull request. */
export const github = makeFormat("github", function* (report, options) {
  const { locale } = options
  for (const finding of report.findings) {
    if (!isOpen(finding)) continue
    const [{ start, end }] = finding.spans
    const place = { file: finding.path, line: start.line, endLine: end.line, col: start.column, endColumn: end.column }
    const title = `${titleOf(options, finding.rule)} (${finding.rule})`
    const name = finding.severity === "info" ? "notice" : finding.severity
    yield command(name, { ...place, title }, describeFinding(finding, options))
  }
  for (const { path, line, column, message } of report.notChecked) {
    yield command("error", { file: path, line, col: column, title: draftReportTexts(locale, "unseen") }, message)
  }
  for (const notice of report.suppressionNotices) {
    const title = draftReportTexts(locale, "suppressions")
    yield command("warning", { file: notice.path, line: notice.line, title }, describeNotice(notice, locale))
  }
  // For readers of the log, because GitHub shows at most ten annotations of each kind per step.
  const { sentence, checked } = draftVerdictOf(report, options)
  yield `${sentence}\n${checked}\n`
})
