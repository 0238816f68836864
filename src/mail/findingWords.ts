import { Option } from "effect"
import type { Finding } from "../domain/Finding.ts"
import type { RuleId } from "../domain/Rule.ts"
import type { CompiledRule } from "../engine/rule/RuleSet.ts"
import type { Locale } from "../locale/Locale.ts"
import { outsideText } from "../report/Page.ts"
import { reportTexts } from "../report/texts.ts"
import type { ClauseWords, FindingWords } from "./DigestContent.ts"
import type { DigestVoice } from "./DigestVoice.ts"

/** The rules as they are today; a finding's rule may not be among them any more. */
export type RuleOf = (id: RuleId) => CompiledRule | undefined

/** A rule's title in the reader's language, or its id where there is no such rule any more. */
export const ruleTitle = (ruleOf: RuleOf, rule: RuleId, locale: Locale): string =>
  outsideText(ruleOf(rule)?.file.title[locale] ?? rule)

/** Whose words a rule enforces, and which. */
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

/** Findings in words, in their order. */
export const findingWords = (
  findings: ReadonlyArray<Finding>,
  ruleOf: RuleOf,
  voice: DigestVoice
): ReadonlyArray<FindingWords> => {
  const { locale, text, times } = voice
  const time = times({ dateStyle: "medium", timeStyle: "short" })
  return findings.map((finding, index) => {
    // Said once: the same paragraph ten times is read by nobody.
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
