import type { Detection } from "./message/Detection.ts"
import type { CompiledRule } from "./rule/RuleSet.ts"
import type { Violation } from "./Violation.ts"

/** The violation of a rule by a detection at some spans of a conversation. */
export const violationOf = (
  { id, severity }: CompiledRule,
  { kind, normalized, confidence }: Omit<Detection, "range">,
  spans: Violation["spans"]
): Violation => ({ rule: id, severity, confidence, kind, spans, normalized })
