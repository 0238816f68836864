import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { Locale } from "../locale/Locale.ts"
import type { ReportedRule } from "../report/drafts/DraftReport.ts"

/** Describes the rules in use for reports. */
export const reportedRules = ({ rules }: RuleSet, locale: Locale): ReadonlyArray<ReportedRule> =>
  rules.map(({ id, severity, file: { title, explanation, rewrites, clause } }) => {
    const { quote, source, date } = clause
    const isQuoted = quote !== undefined && source !== undefined && date !== undefined
    return {
      id,
      severity,
      title: title[locale],
      explanation: explanation[locale].trim(),
      rewrites: rewrites[locale],
      ...(isQuoted ? { clause: { quote, source, date } } : {})
    }
  })
