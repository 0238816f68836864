import type { CompiledRule } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"

/** The violation of a rule by words in a conversation. */
export const phraseViolation = (rule: CompiledRule, confidence: number, spans: Violation["spans"]): Violation =>
  violationOf(rule, { kind: "phrase", normalized: "", confidence }, spans)
