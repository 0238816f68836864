import type { CompiledRule } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"

/** What a rule's words break in a talk. */
export const phraseViolation = (rule: CompiledRule, confidence: number, spans: Violation["spans"]): Violation => ({
  rule: rule.id,
  severity: rule.severity,
  confidence,
  kind: "phrase",
  spans,
  normalized: ""
})
