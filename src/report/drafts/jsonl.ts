import { findingJson, jsonLine, notCheckedJson, noticeJson, summaryJson } from "./draftJson.ts"
import { makeFramedFormat } from "./makeFormat.ts"

/** One JSON object per line, each with a `type`. The last one is the summary; without it, the report is truncated. */
export const jsonl = makeFramedFormat("jsonl", function* (report) {
  for (const finding of report.findings) yield `${jsonLine({ type: "finding", ...findingJson(finding) })}\n`
  for (const place of report.notChecked) yield `${jsonLine({ type: "notChecked", ...notCheckedJson(place) })}\n`
  for (const notice of report.suppressionNotices) {
    yield `${jsonLine({ type: "suppressionNotice", ...noticeJson(notice) })}\n`
  }
  yield `${jsonLine({ type: "summary", ...summaryJson(report) })}\n`
})
