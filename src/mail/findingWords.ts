import { Option } from "effect"
import type { Finding } from "../domain/Finding.ts"
import type { RuleId } from "../domain/Rule.ts"
import type { CompiledRule } from "../engine/rule/RuleSet.ts"
import type { Locale } from "../locale/Locale.ts"
import { outsideText } from "../report/Page.ts"
import { reportTexts } from "../report/texts.ts"
import type { ClauseWords, FindingWords } from "./DigestContent.ts"
import type { DigestVoice } from "./DigestVoice.ts"

/** Looks up a rule in the current rule set, which may no longer contain a finding's rule. */
export type RuleOf = (id: RuleId) => CompiledRule | undefined

/** A rule's title in the reader's language, or its id if the rule no longer exists. */
export const ruleTitle = (ruleOf: RuleOf, rule: RuleId, locale: Locale): string =>
  outsideText(ruleOf(rule)?.file.title[locale] ?? rule)

/** The clause that a rule enforces, and its origin. */
const clauseWords = (
  { clause, explanation }: CompiledRule["file"],
  { locale, text, times }: DigestVoice
): ClauseWords =>
  clause.quote === undefined
    ? { label: text("clauseOurs"), text: outsideText(clause.ours?.[locale] ?? explanation[locale]), source: undefined }
    : {
        label: `${text("clauseQuoted")}${text("listSeparator")}${text("clauseSource", { date: times({ dateStyle: "long" })(clause.date ?? "") })}`,
        text: `«${outsideText(clause.quote)}»`,
        source: clause.source
      }

/** The texts of findings, in the same order. */
export const findingWords = (
  findings: ReadonlyArray<Finding>,
  ruleOf: RuleOf,
  voice: DigestVoice
): ReadonlyArray<FindingWords> => {
  const { locale, text, times } = voice
  const time = times({ dateStyle: "medium", timeStyle: "short" })
  return findings.map((finding, index) => {
    // The clause of a rule is shown only once.
    const isFirst = findings.findIndex(({ rule }) => rule === finding.rule) === index
    const file = ruleOf(finding.rule)?.file
    const { context, orderId } = finding
    const order = reportTexts(locale, orderId === null ? "withoutOrder" : "withOrder", {
      context: outsideText(context),
      orderId: outsideText(orderId ?? "")
    })
    return {
      severity: finding.severity,
      severityName: text("severity", { severity: finding.severity }),
      title: ruleTitle(ruleOf, finding.rule, locale),
      where: [
        order,
        text("chat", { chatId: finding.chatId }),
        finding.at === null ? text("timeUnknown") : time(finding.at)
      ].join(" · "),
      fragment: outsideText(finding.excerpt),
      clause: file === undefined || !isFirst ? undefined : clauseWords(file, voice),
      rewrite: Option.getOrUndefined(Option.map(Option.fromNullable(file?.rewrites[locale][0]), outsideText))
    }
  })
}
