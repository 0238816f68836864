import type { SourceRange } from "../../domain/Draft.ts"
import type { DraftFinding, FrameLine, Suppression } from "../../domain/DraftFinding.ts"
import type { SuppressionNotice } from "../../domain/SuppressionNotice.ts"
import { visibleJson } from "../../text/visibleText.ts"
import type { DraftReport, NotChecked } from "./DraftReport.ts"
import { tallyOf } from "./DraftTally.ts"

// Every key is listed explicitly, so that additional properties of a value do not leak into the document.

const rangeJson = ({ start, end }: SourceRange) => ({
  start: { line: start.line, column: start.column, byte: start.byte },
  end: { line: end.line, column: end.column, byte: end.byte }
})

const suppressionJson = ({ by, reason, until }: Suppression) => ({
  by,
  reason,
  ...(until === undefined ? {} : { until })
})

const frameJson = ({ number, text, marks }: FrameLine) => ({
  line: number,
  text,
  marks: marks.map(({ start, end }) => ({ start, end }))
})

export const findingJson = (finding: DraftFinding) => ({
  id: finding.id,
  rule: finding.rule,
  severity: finding.severity,
  confidence: finding.confidence,
  status: finding.status,
  ...(finding.suppression === undefined ? {} : { suppression: suppressionJson(finding.suppression) }),
  path: finding.path,
  key: finding.key,
  spans: finding.spans.map(rangeJson),
  match: finding.match,
  suggestion: finding.suggestion,
  frame: finding.frame.map(frameJson)
})

export const notCheckedJson = ({ path, line, column, reason, message }: NotChecked) => ({
  path,
  ...(line === undefined ? {} : { line }),
  ...(column === undefined ? {} : { column }),
  reason,
  message
})

export const noticeJson = ({ path, line, problem, rule, until }: SuppressionNotice) => ({
  path,
  line,
  problem,
  rule,
  ...(until === undefined ? {} : { until })
})

/** The numbers of the whole report. */
export const summaryJson = (report: DraftReport) => {
  const { open, accepted, suppressed } = tallyOf(report.findings)
  return {
    complete: report.complete,
    filesChecked: report.filesChecked,
    draftsChecked: report.draftsChecked,
    otherFiles: report.otherFiles.map(({ ending, files }) => ({ ending, files })),
    stableIds: report.stableIds,
    counts: { error: open.error, warning: open.warning, info: open.info, accepted, suppressed, fixed: report.fixed },
    durations: { total: report.durations.total }
  }
}

/** One line of JSON that is safe to display in a terminal. */
export const jsonLine = (value: object): string => visibleJson(JSON.stringify(value))
