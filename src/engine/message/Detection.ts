import type { TextRange } from "../../text/FoldedText.ts"
import type { ViolationKind } from "../Violation.ts"

/** A detection of one rule in one message. The range refers to the folded text. */
export interface Detection {
  readonly kind: ViolationKind
  readonly normalized: string
  readonly confidence: number
  readonly range: TextRange
}

/** Findings below this confidence are not worth a review; they are still masked in all output. */
export const leastConfidence = 0.5
