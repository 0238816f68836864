import type { Invocation, Location, Notification, ReportingDescriptor, Result, ToolComponent } from "sarif"
import type { SourceRange } from "../../domain/Draft.ts"
import type { DraftFinding, Suppression } from "../../domain/DraftFinding.ts"
import type { Severity } from "../../domain/Rule.ts"
import type { SuppressionNotice } from "../../domain/SuppressionNotice.ts"
import type { DraftReport, DraftReportOptions, NotChecked, ReportedRule } from "./DraftReport.ts"
import { describeFinding, describeNotice } from "./describeFinding.ts"
import { jsonLine } from "./draftJson.ts"
import { makeFormat } from "./makeFormat.ts"
import { draftReportTexts } from "./texts.ts"

// Static Analysis Results Interchange Format 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
// The numbers in comments are its sections.

const levels: Readonly<Record<Severity, "error" | "warning" | "note">> = {
  error: "error",
  warning: "warning",
  info: "note"
}

/** A new algorithm for ids would need another key (3.27.17). */
const fingerprintName = "chatlintFinding/v1"

/** A message (3.11). It contains external text, so links are broken up (3.11.6) and braces doubled (3.11.5). */
const message = (text: string) => ({
  text: text.replaceAll("](", "] (").replaceAll("{", "{{").replaceAll("}", "}}")
})

const encoded = (path: string): string =>
  path
    .replace(/\p{Cs}/gu, "\ufffd")
    .split("/")
    .map(encodeURIComponent)
    .join("/")

/** Paths are relative to the root of the sources, which each viewer resolves itself (3.14.14). */
const artifactLocation = (path: string) =>
  path.startsWith("/") ? { uri: `file://${encoded(path)}` } : { uri: encoded(path), uriBaseId: "%SRCROOT%" }

const region = ({ start, end }: SourceRange) => ({
  startLine: start.line,
  startColumn: start.column,
  endLine: end.line,
  endColumn: end.column,
  byteOffset: start.byte,
  byteLength: end.byte - start.byte
})

const location = ({ path, key }: DraftFinding, range: SourceRange): Location => ({
  physicalLocation: { artifactLocation: artifactLocation(path), region: region(range) },
  ...(key === "" ? {} : { logicalLocations: [{ fullyQualifiedName: key, kind: "member" }] })
})

const suppressionOf = ({ by, reason, until }: Suppression, { locale }: DraftReportOptions) => ({
  kind: by === "comment" ? ("inSource" as const) : ("external" as const),
  status: "accepted" as const,
  justification: by === "baseline" ? draftReportTexts(locale, "acceptedBefore") : reason,
  ...(until === undefined ? {} : { properties: { until } })
})

const result = (finding: DraftFinding, report: DraftReport, options: DraftReportOptions): Result => {
  const [first, ...further] = finding.spans
  const ruleIndex = options.rules.findIndex(({ id }) => id === finding.rule)
  return {
    ruleId: finding.rule,
    ...(ruleIndex < 0 ? {} : { ruleIndex }),
    level: levels[finding.severity],
    message: message(describeFinding(finding, options)),
    locations: [location(finding, first)],
    ...(further.length === 0
      ? {}
      : { relatedLocations: further.map((range, index) => ({ id: index + 1, ...location(finding, range) })) }),
    // Ids that differ in each run would make every finding look fixed and new again.
    ...(report.stableIds
      ? { partialFingerprints: { [fingerprintName]: finding.id }, baselineState: finding.status }
      : {}),
    suppressions: finding.suppression === undefined ? [] : [suppressionOf(finding.suppression, options)],
    rank: Math.round(finding.confidence * 1000) / 10
  }
}

/** The help that viewers show beside a result: why, which clause, and what to write instead. */
const helpOf = ({ id, explanation, clause, rewrites }: ReportedRule, { locale }: DraftReportOptions): string =>
  [
    explanation,
    ...(clause === undefined ? [] : [`«${clause.quote}» ${clause.source} (${clause.date})`]),
    draftReportTexts(locale, "rewrite"),
    ...rewrites.map((rewrite) => `- ${rewrite}`),
    draftReportTexts(locale, "more", { command: `chatlint explain ${id}` })
  ].join("\n")

const descriptor = (rule: ReportedRule, options: DraftReportOptions): ReportingDescriptor => ({
  id: rule.id,
  shortDescription: message(rule.title),
  fullDescription: message(rule.explanation),
  help: message(helpOf(rule, options)),
  ...(rule.clause === undefined ? {} : { helpUri: rule.clause.source }),
  defaultConfiguration: { level: levels[rule.severity] }
})

const notification = (
  level: "error" | "warning",
  id: string,
  text: string,
  { path, line, column }: Pick<NotChecked, "path" | "line" | "column">
): Notification => ({
  descriptor: { id },
  level,
  message: message(text),
  locations: [
    {
      physicalLocation: {
        artifactLocation: artifactLocation(path),
        ...(line === undefined
          ? {}
          : { region: { startLine: line, ...(column === undefined ? {} : { startColumn: column }) } })
      }
    }
  ]
})

const invocation = (report: DraftReport, { locale }: DraftReportOptions): Invocation => ({
  executionSuccessful: report.complete,
  toolExecutionNotifications: report.notChecked.map((place) =>
    notification("error", `not-checked/${place.reason}`, place.message, place)
  ),
  toolConfigurationNotifications: report.suppressionNotices.map((notice: SuppressionNotice) =>
    notification("warning", `suppression/${notice.problem}`, describeNotice(notice, locale), notice)
  )
})

/** A SARIF log of one run. It includes suppressed and accepted findings, because missing ones would count as fixed. */
export const sarif = makeFormat("sarif", function* (report, options) {
  const driver: ToolComponent = {
    name: "chatlint",
    version: options.version,
    semanticVersion: options.version,
    language: options.locale,
    rules: options.rules.map((rule) => descriptor(rule, options))
  }
  const run = { tool: { driver }, columnKind: "utf16CodeUnits", invocations: [invocation(report, options)] }
  const head = { $schema: "https://json.schemastore.org/sarif-2.1.0.json", version: "2.1.0" }
  yield `${jsonLine(head).slice(0, -1)},"runs":[${jsonLine(run).slice(0, -1)},"results":[`
  let separator = "\n"
  for (const finding of report.findings) {
    yield separator + jsonLine(result(finding, report, options))
    separator = ",\n"
  }
  yield "\n]}]}\n"
})
