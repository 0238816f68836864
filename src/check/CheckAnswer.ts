import { Schema } from "effect"
import { RuleId, Severity } from "../domain/Rule.ts"

/** What to do with a text: send it, reconsider it, or not send it. */
export const Verdict = Schema.Literal("allow", "warn", "block")
export type Verdict = typeof Verdict.Type

/** A range in one of the row's messages: its index (0 for a row with one text) and UTF-16 offsets, `end` exclusive. */
export const RowSpan = Schema.Struct({ message: Schema.Int, start: Schema.Int, end: Schema.Int })
export type RowSpan = typeof RowSpan.Type

/** A finding in a row. */
export const RowFinding = Schema.Struct({
  rule: RuleId,
  severity: Severity,
  /** From 0 to 1. */
  confidence: Schema.Number,
  spans: Schema.NonEmptyArray(RowSpan),
  /** Masked, unless contacts are to be revealed. */
  match: Schema.String,
  /** A compliant alternative; null if all of the rule's rewrites have findings. */
  suggestion: Schema.NullOr(Schema.String)
})
export type RowFinding = typeof RowFinding.Type

/** The answer to a row. */
export const CheckAnswer = Schema.Struct({ verdict: Verdict, findings: Schema.Array(RowFinding) })
export type CheckAnswer = typeof CheckAnswer.Type
