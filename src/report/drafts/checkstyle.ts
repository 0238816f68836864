import { isOpen } from "../../domain/DraftFinding.ts"
import { xmlDeclaration, xmlTag } from "../xmlElement.ts"
import { byPath } from "./byPath.ts"
import { describeFinding, describeNotice } from "./describeFinding.ts"
import { makeFormat } from "./makeFormat.ts"

/** One `<error>` of a file. */
interface Entry {
  readonly path: string
  readonly line: number
  readonly column: number
  readonly severity: "error" | "warning" | "info"
  readonly message: string
  readonly source: string
}

/** Checkstyle's XML (https://checkstyle.org) for code review tools, without accepted and suppressed findings. */
export const checkstyle = makeFormat("checkstyle", function* (report, options) {
  const entries: ReadonlyArray<Entry> = [
    ...report.findings.filter(isOpen).map((finding) => ({
      path: finding.path,
      line: finding.spans[0].start.line,
      column: finding.spans[0].start.column,
      severity: finding.severity,
      message: describeFinding(finding, options),
      source: `chatlint.${finding.rule}`
    })),
    ...report.notChecked.map(({ path, line = 1, column = 1, message, reason }) => ({
      path,
      line,
      column,
      severity: "error" as const,
      message,
      source: `chatlint.not-checked.${reason}`
    })),
    ...report.suppressionNotices.map((notice) => ({
      path: notice.path,
      line: notice.line,
      column: 1,
      severity: "warning" as const,
      message: describeNotice(notice, options.locale),
      source: `chatlint.suppression.${notice.problem}`
    }))
  ]
  yield xmlDeclaration
  yield '<checkstyle version="4.3">\n'
  for (const [path, errors] of byPath(entries)) {
    yield `  ${xmlTag("file", { name: path }, ">")}\n`
    for (const { path: _, ...attributes } of errors) yield `    ${xmlTag("error", { ...attributes }, "/>")}\n`
    yield "  </file>\n"
  }
  yield "</checkstyle>\n"
})
