import { Array as Arrays, Option } from "effect"
import { type RuleId, reaches } from "../domain/Rule.ts"
import type { Conversation } from "../engine/Conversation.ts"
import { checkText } from "../engine/checkConversation.ts"
import { type JudgeOptions, judgeConversation } from "../engine/judgeConversation.ts"
import { maskMatch, revealMatch } from "../engine/maskMatch.ts"
import type { RuleSet } from "../engine/RuleSet.ts"
import type { Violation } from "../engine/Violation.ts"
import type { Locale } from "../locale/Locale.ts"
import type { CheckAnswer, RowFinding, RowSpan, Verdict } from "./CheckAnswer.ts"
import { languageOf } from "./languageOf.ts"

/** How rows are judged. */
export interface CheckOptions extends JudgeOptions {
  readonly ruleSet: RuleSet
  /** The language of suggestions for a text that has no language of its own. */
  readonly locale: Locale
  /** Whether matches are shown as they were written. */
  readonly reveal: boolean
}

/** Says what is to be said of a conversation. Pure: the same conversation gives the same answer. */
export type Checker = (conversation: Conversation) => CheckAnswer

/** Makes a checker; what it works out once for the rules it keeps. */
export const makeChecker = ({ ruleSet, locale, reveal, ...judging }: CheckOptions): Checker => {
  const suggestion = safeRewrites(ruleSet)
  return (conversation) => {
    const violations = judgeConversation(ruleSet, conversation, judging)
    if (violations.length === 0) return clean
    const language = Option.getOrElse(languageOf(ownWords(conversation)), () => locale)
    const findingOf = (violation: Violation): RowFinding => ({
      rule: violation.rule,
      severity: violation.severity,
      confidence: violation.confidence,
      spans: Arrays.map(violation.spans, ({ message, start, end }): RowSpan => ({ message, start, end })),
      match: reveal ? revealMatch(violation, conversation) : maskMatch(violation, conversation),
      suggestion: suggestion(violation.rule, language)
    })
    return { verdict: verdictOf(violations), findings: violations.map(findingOf) }
  }
}

const clean: CheckAnswer = { verdict: "allow", findings: [] }

const verdictOf = (violations: ReadonlyArray<Violation>): Verdict =>
  violations.some(({ severity }) => reaches(severity, "error")) ? "block" : "warn"

const ownWords = ({ messages }: Conversation): string =>
  messages.flatMap(({ sender, text }) => (sender === "PARTNER" ? [text] : [])).join("\n")

/** The first of a rule's rewrites that breaks none of the rules: a user's rule may forbid what ours suggests. */
const safeRewrites = (ruleSet: RuleSet): ((id: RuleId, locale: Locale) => string | null) => {
  const found = new Map<string, string | null>()
  return (id, locale) => {
    const key = `${id} ${locale}`
    const known = found.get(key)
    if (known !== undefined) return known
    const rewrites = ruleSet.rules.find((rule) => rule.id === id)?.file.rewrites[locale] ?? []
    const safe = rewrites.find((rewrite) => checkText(ruleSet, rewrite).length === 0) ?? null
    found.set(key, safe)
    return safe
  }
}
