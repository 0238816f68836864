import type { DraftFinding } from "../../domain/DraftFinding.ts"
import type { SuppressionNotice } from "../../domain/SuppressionNotice.ts"
import type { Locale } from "../../locale/Locale.ts"
import type { DraftReportOptions, ReportedRule } from "./DraftReport.ts"
import { draftReportTexts } from "./texts.ts"

// These texts are not encoded: each format encodes them for the place where they are shown.

/** The rule with this id; undefined if it was not in use. */
export const ruleOf = ({ rules }: DraftReportOptions, id: string): ReportedRule | undefined =>
  rules.find((rule) => rule.id === id)

/** A rule's title, or its id if the rule is unknown. */
export const titleOf = (options: DraftReportOptions, id: string): string => ruleOf(options, id)?.title ?? id

/** One sentence about a finding: what was found, and what to write instead. */
export const describeFinding = (finding: DraftFinding, options: DraftReportOptions): string => {
  const message = draftReportTexts(options.locale, "found", {
    title: titleOf(options, finding.rule),
    match: finding.match
  })
  return finding.suggestion === null
    ? message
    : draftReportTexts(options.locale, "instead", { message, suggestion: finding.suggestion })
}

/** What is wrong with a suppression, and how to correct it. */
export const describeNotice = ({ problem, rule, until = "" }: SuppressionNotice, locale: Locale): string =>
  draftReportTexts(locale, `suppression.${problem}`, { rule, until })

/** `path:line:column`, without the parts that are unknown. */
export const placeOf = (place: {
  readonly path: string
  readonly line?: number | undefined
  readonly column?: number | undefined
}): string => [place.path, place.line, place.column].filter((part) => part !== undefined).join(":")

/** `path:line:column` of the start of a finding. */
export const placeOfFinding = ({ path, spans }: DraftFinding): string => placeOf({ path, ...spans[0].start })
