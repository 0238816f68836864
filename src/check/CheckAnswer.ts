import { Schema } from "effect"
import { RuleId, Severity } from "../domain/Rule.ts"

/** What to do with a text: send it, send it with a second thought, or not send it. */
export const Verdict = Schema.Literal("allow", "warn", "block")
export type Verdict = typeof Verdict.Type

/** A place in one of the row's messages: its index (0 for a row of one text) and UTF-16 offsets, `end` exclusive. */
export const RowSpan = Schema.Struct({ message: Schema.Int, start: Schema.Int, end: Schema.Int })
export type RowSpan = typeof RowSpan.Type

/** A rule that a row breaks. */
export const RowFinding = Schema.Struct({
  rule: RuleId,
  severity: Severity,
  /** From 0 to 1. */
  confidence: Schema.Number,
  spans: Schema.NonEmptyArray(RowSpan),
  /** Masked, unless it was asked to be revealed. */
  match: Schema.String,
  /** A text that says it without breaking a rule; null when none of the rule's own is free of findings. */
  suggestion: Schema.NullOr(Schema.String)
})
export type RowFinding = typeof RowFinding.Type

/** What is said of one row. */
export const CheckAnswer = Schema.Struct({ verdict: Verdict, findings: Schema.Array(RowFinding) })
export type CheckAnswer = typeof CheckAnswer.Type
