import type { Array as Arrays } from "effect"
import type { SourceRange } from "../../domain/Draft.ts"
import type { RuleId, Severity } from "../../domain/Rule.ts"
import type { ReadDraft } from "../../drafts/ReadDraft.ts"
import type { ViolationKind } from "../../engine/Violation.ts"
import type { TextRange } from "../../text/FoldedText.ts"

/** A violation in a draft. */
export interface DraftViolation {
  readonly rule: RuleId
  readonly severity: Severity
  /** From 0 to 1. */
  readonly confidence: number
  /** `hole` for a placeholder that will be filled with a contact. */
  readonly kind: ViolationKind | "hole"
  /** As in Violation; for holes, the name. */
  readonly normalized: string
  readonly draft: ReadDraft
  /** UTF-16 offsets into the draft's text, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** The words that were matched, if the span includes more. */
  readonly matched?: TextRange
  readonly spans: Arrays.NonEmptyReadonlyArray<SourceRange>
  /** Masked, unless contacts are to be revealed. */
  readonly match: string
  /** A compliant alternative in the draft's language; null if all of the rule's rewrites have findings. */
  readonly suggestion: string | null
}
