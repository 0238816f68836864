import type { TextRange } from "../../text/FoldedText.ts"
import type { ViolationKind } from "../Violation.ts"

/** What one rule sees in one message. Ranges are offsets into the folded text. */
export interface Detection {
  readonly kind: ViolationKind
  readonly normalized: string
  readonly confidence: number
  readonly range: TextRange
}

/** Less than this is not worth a person's look; it is still masked wherever text is shown. */
export const leastConfidence = 0.5
