import type { Array as Arrays } from "effect"
import type { SourceRange } from "../../domain/Draft.ts"
import type { RuleId, Severity } from "../../domain/Rule.ts"
import type { ReadDraft } from "../../drafts/ReadDraft.ts"
import type { ViolationKind } from "../../engine/Violation.ts"
import type { TextRange } from "../../text/FoldedText.ts"

/** A rule broken at a place of a draft. */
export interface DraftViolation {
  readonly rule: RuleId
  readonly severity: Severity
  /** From 0 to 1. */
  readonly confidence: number
  /** `hole` for a placeholder that will be filled with a contact. */
  readonly kind: ViolationKind | "hole"
  /** As in Violation; the name of a hole. */
  readonly normalized: string
  readonly draft: ReadDraft
  /** UTF-16 offsets into the draft's text, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** The words that told it, where more is marked than these. */
  readonly matched?: TextRange
  readonly spans: Arrays.NonEmptyReadonlyArray<SourceRange>
  /** Masked, unless it was asked to be revealed. */
  readonly match: string
  /** A text that says it without breaking a rule, in the draft's language; null when none of the rule's own is free of findings. */
  readonly suggestion: string | null
}
