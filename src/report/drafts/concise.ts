import { isOpen } from "../../domain/DraftFinding.ts"
import { visibleText } from "../../text/visibleText.ts"
import { describeFinding, describeNotice, placeOf, placeOfFinding } from "./describeFinding.ts"
import { makeFormat } from "./makeFormat.ts"
import { draftReportTexts } from "./texts.ts"

/** CI servers execute lines that begin with `::`, and a file name may begin so. */
const lineStart = (place: string): string => (/^\s*:/.test(place) ? `./${place}` : place)

const line = (place: string, kind: string, message: string): string =>
  `${visibleText(`${lineStart(place)}: ${kind}: ${message}`)}\n`

/** One line per finding in the form of compiler messages, which editors and line tools recognize. */
export const concise = makeFormat("concise", function* (report, options) {
  const { locale } = options
  for (const finding of report.findings) {
    if (!isOpen(finding)) continue
    const kind = draftReportTexts(locale, "severity", { severity: finding.severity })
    yield line(placeOfFinding(finding), kind, `${describeFinding(finding, options)} [${finding.rule}]`)
  }
  for (const place of report.notChecked) yield line(placeOf(place), draftReportTexts(locale, "unseen"), place.message)
  for (const notice of report.suppressionNotices) {
    const kind = draftReportTexts(locale, "severity", { severity: "warning" })
    yield line(placeOf(notice), kind, describeNotice(notice, locale))
  }
})
