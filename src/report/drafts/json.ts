import { findingJson, jsonLine, notCheckedJson, noticeJson, summaryJson } from "./draftJson.ts"
import { makeFramedFormat } from "./makeFormat.ts"

/** The schema version of the document. It changes with a breaking change, not when a key is added. */
export const checkSchema = "chatlint/check@1"

/** The `chatlint/check@1` document, with one finding per line, including suppressed and accepted ones. */
export const json = makeFramedFormat("json", function* (report) {
  const head = {
    schema: checkSchema,
    ...summaryJson(report),
    notChecked: report.notChecked.map(notCheckedJson),
    suppressionNotices: report.suppressionNotices.map(noticeJson)
  }
  yield `${jsonLine(head).slice(0, -1)},"findings":[`
  let separator = "\n"
  for (const finding of report.findings) {
    yield separator + jsonLine(findingJson(finding))
    separator = ",\n"
  }
  yield "\n]}\n"
})
