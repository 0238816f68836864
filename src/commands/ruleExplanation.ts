import { exampleText } from "../engine/failedExamples.ts"
import type { CompiledRule } from "../engine/rule/RuleSet.ts"
import type { Locale } from "../locale/Locale.ts"
import { visibleText } from "../text/visibleText.ts"
import { explainTexts } from "./explainTexts.ts"
import type { TerminalPage } from "./TerminalPage.ts"

/** Explains a rule to people. `isOurs` is whether it is shipped with chatlint. */
export const ruleExplanation = (page: TerminalPage, rule: CompiledRule, isOurs: boolean, locale: Locale): string => {
  const { colors, heading, item, lines, mark } = page
  const { clause, title, explanation, examples, rewrites } = rule.file
  const { icon, paint } = mark(rule.severity)
  const severity = explainTexts(locale, "severity", { severity: rule.severity })
  const exampleLines = (bullet: string, of: typeof examples.violates): string =>
    of
      .map((example) => {
        const { text, region } = exampleText(example)
        return item("  ", bullet, region === undefined ? text : explainTexts(locale, "inRegion", { text, region }))
      })
      .join("")
  return [
    lines("", [paint, icon], " ", [colors.bold, title[locale]], ` · ${rule.id} · `, [paint, severity]),
    heading(explainTexts(locale, "why")),
    lines("  ", explanation[locale]),
    clause.quote === undefined || clause.source === undefined || clause.date === undefined
      ? heading(explainTexts(locale, "ours")) + lines("  ", clause.ours?.[locale] ?? "")
      : heading(explainTexts(locale, "clause", { date: clause.date })) +
        lines("  ", `«${clause.quote}»`) +
        // An address is never wrapped, so that it can be opened.
        `  ${visibleText(clause.source)}\n`,
    heading(explainTexts(locale, "violates")),
    exampleLines("×", examples.violates),
    heading(explainTexts(locale, "complies")),
    exampleLines("✓", examples.complies),
    heading(explainTexts(locale, "rewrites")),
    ...rewrites[locale].map((rewrite) => item("  ", "→", rewrite)),
    heading(explainTexts(locale, "file")),
    lines("  ", explainTexts(locale, "owner", { isOurs: String(isOurs), path: rule.path }))
  ].join("")
}
