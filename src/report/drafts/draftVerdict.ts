import { type Severity, severities } from "../../domain/Rule.ts"
import type { TextValues } from "../../locale/Texts.ts"
import type { DraftReport, DraftReportOptions } from "./DraftReport.ts"
import { tallyOf } from "./DraftTally.ts"
import { draftReportTexts } from "./texts.ts"

/** The result of a check in words, without external text. */
export interface DraftVerdict {
  /** The highest severity found, or another result. */
  readonly mark: Severity | "incomplete" | "nothing" | "clean"
  readonly sentence: string
  /** How much was checked, with how many rules, and how fast, and what kinds of files were not read. */
  readonly checked: string
}

/** Seconds with at most one decimal, or milliseconds below one second. */
const timeText = (milliseconds: number, { locale }: DraftReportOptions): string =>
  new Intl.NumberFormat(locale, {
    style: "unit",
    unit: milliseconds < 1000 ? "millisecond" : "second",
    maximumFractionDigits: milliseconds < 1000 ? 0 : 1
  }).format(milliseconds < 1000 ? milliseconds : milliseconds / 1000)

/** More kinds of files that were not read are not named. */
const mostKinds = 5

/** Makes the verdict. Nothing is called clean unless everything was checked. */
export const draftVerdictOf = (report: DraftReport, options: DraftReportOptions): DraftVerdict => {
  const text = (key: (typeof draftReportTexts.keys)[number], values?: TextValues) =>
    draftReportTexts(options.locale, key, values)
  const { open, accepted, suppressed } = tallyOf(report.findings)
  const found = severities.toReversed().filter((severity) => open[severity] > 0)
  const count = found.reduce((sum, severity) => sum + open[severity], 0)
  const [worst] = found
  const aside = [
    ...(accepted > 0 ? [text("accepted", { findings: accepted })] : []),
    ...(suppressed > 0 ? [text("suppressed", { findings: suppressed })] : []),
    ...(report.fixed > 0 ? [text("fixed", { findings: report.fixed })] : [])
  ]
  const unseen = report.complete
    ? []
    : [`${text("incomplete", { places: report.notChecked.length })}${text("fullStop")}`]
  const others = report.otherFiles.reduce((sum, { files }) => sum + files, 0)
  const kinds = report.otherFiles
    .slice(0, mostKinds)
    .map(({ ending, files }) => text("otherKind", { ending: ending === "" ? "none" : ending, files }))
  const left = [...kinds, ...(report.otherFiles.length > mostKinds ? ["…"] : [])].join(text("listSeparator"))
  const seen = text("checked", {
    files: report.filesChecked,
    drafts: report.draftsChecked,
    rules: options.rules.length,
    time: timeText(report.durations.total, options)
  })
  const checked =
    others === 0 ? seen : [seen, text("otherFiles", { files: others, kinds: left })].join(text("sentenceSeparator"))
  const verdict = (mark: DraftVerdict["mark"], ...sentences: ReadonlyArray<string>): DraftVerdict => ({
    mark,
    sentence: [...sentences, ...aside].join(text("sentenceSeparator")),
    checked
  })
  if (worst !== undefined) {
    const counts = found.map((severity) => text("severityCount", { severity, findings: open[severity] }))
    const summary = `${text("foundCount", { findings: count })}${text("detailSeparator")}${counts.join(text("listSeparator"))}${text("fullStop")}`
    return verdict(worst, summary, ...unseen)
  }
  if (!report.complete) return verdict("incomplete", ...unseen, text("notClean"))
  if (report.draftsChecked === 0) return verdict("nothing", text("nothingToCheck"))
  return verdict("clean", text(aside.length > 0 ? "nothingNew" : "clean"))
}
