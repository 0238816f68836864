import { Array as Arrays, Option } from "effect"
import { reaches } from "../domain/Rule.ts"
import type { Conversation } from "../engine/Conversation.ts"
import { type JudgeOptions, judgeConversation } from "../engine/judgeConversation.ts"
import { maskMatch, revealMatch } from "../engine/masking/maskMatch.ts"
import type { RuleSet } from "../engine/rule/RuleSet.ts"
import type { Violation } from "../engine/Violation.ts"
import type { Locale } from "../locale/Locale.ts"
import type { CheckAnswer, RowFinding, RowSpan, Verdict } from "./CheckAnswer.ts"
import { languageOf } from "./languageOf.ts"
import { safeRewrites } from "./safeRewrites.ts"

/** How rows are judged. */
export interface CheckOptions extends JudgeOptions {
  readonly ruleSet: RuleSet
  /** The language of suggestions for texts whose language is unknown. */
  readonly locale: Locale
  /** Whether matches are shown unmasked. */
  readonly reveal: boolean
}

/** Answers a conversation. Pure. */
export type Checker = (conversation: Conversation) => CheckAnswer

/** Makes a checker, which caches work per rule set. */
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
