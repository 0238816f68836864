import { findingJson, jsonLine, notCheckedJson, noticeJson, summaryJson } from "./draftJson.ts"
import { makeFramedFormat } from "./makeFormat.ts"

/** The name of the document's form. It changes when a reader written for it could be misled, not when a key is added. */
export const checkSchema = "chatlint/check@1"

/** The `chatlint/check@1` document, one finding a line; suppressed and accepted findings are among them. */
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
