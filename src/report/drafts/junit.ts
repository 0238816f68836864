import { type DraftFinding, isOpen } from "../../domain/DraftFinding.ts"
import { xmlDeclaration, xmlTag, xmlText } from "../xmlElement.ts"
import { byPath } from "./byPath.ts"
import type { DraftReport, DraftReportOptions, NotChecked } from "./DraftReport.ts"
import { describeFinding, placeOf, placeOfFinding } from "./describeFinding.ts"
import { makeFormat } from "./makeFormat.ts"
import { draftReportTexts } from "./texts.ts"

/** Why a finding is skipped: the reason of its suppression, or that the baseline accepts it. */
const reasonOf = ({ suppression }: DraftFinding, { locale }: DraftReportOptions): string =>
  suppression === undefined || suppression.by === "baseline"
    ? draftReportTexts(locale, "acceptedBefore")
    : suppression.reason

const findingCase = (finding: DraftFinding, options: DraftReportOptions): string => {
  const place = placeOfFinding(finding)
  const message = describeFinding(finding, options)
  const attributes = { name: `${finding.rule} ${place}`, classname: finding.path }
  const outcome = isOpen(finding)
    ? `${xmlTag("failure", { type: finding.rule, message }, ">")}${xmlText(`${place}: ${message}`)}</failure>`
    : xmlTag("skipped", { message: reasonOf(finding, options) }, "/>")
  return `    ${xmlTag("testcase", attributes, ">")}${outcome}</testcase>\n`
}

const notCheckedCase = (place: NotChecked): string =>
  `    ${xmlTag("testcase", { name: placeOf(place), classname: place.path }, ">")}${xmlTag(
    "error",
    { type: place.reason, message: place.message },
    "/>"
  )}</testcase>\n`

const suiteTag = (name: string, counted: Pick<DraftReport, "findings" | "notChecked">, more: number): string => {
  const failures = counted.findings.filter(isOpen).length
  return xmlTag(
    name,
    {
      tests: counted.findings.length + counted.notChecked.length + more,
      failures,
      errors: counted.notChecked.length,
      skipped: counted.findings.length - failures
    },
    ">"
  )
}

/**
 * JUnit's XML, which CI servers read: each open finding is a failed test, each unchecked place a test with an error,
 * and each accepted or suppressed finding a skipped test. One passed test stands for everything checked, so that a
 * report without findings does not look like one without tests.
 */
export const junit = makeFormat("junit", function* (report, options) {
  const passed = draftReportTexts(options.locale, "passed", {
    files: report.filesChecked,
    drafts: report.draftsChecked
  })
  const findings = byPath(report.findings)
  const unread = byPath(report.notChecked)
  yield xmlDeclaration
  const root = suiteTag("testsuites", report, 1)
  yield `${root.slice(0, -1)} name="chatlint" time="${(report.durations.total / 1000).toFixed(3)}">\n`
  yield `  ${xmlTag("testsuite", { name: "chatlint", tests: 1, failures: 0, errors: 0, skipped: 0 }, ">")}\n`
  yield `    ${xmlTag("testcase", { name: passed, classname: "chatlint" }, "/>")}\n  </testsuite>\n`
  for (const path of new Set([...findings.keys(), ...unread.keys()])) {
    const suite = { findings: findings.get(path) ?? [], notChecked: unread.get(path) ?? [] }
    yield `  ${suiteTag("testsuite", suite, 0).slice(0, -1)} name="${xmlText(path)}">\n`
    for (const finding of suite.findings) yield findingCase(finding, options)
    for (const place of suite.notChecked) yield notCheckedCase(place)
    yield "  </testsuite>\n"
  }
  yield "</testsuites>\n"
})
