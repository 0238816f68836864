import type { Draft } from "../domain/Draft.ts"
import type { MappedText } from "./MappedText.ts"
import type { WrittenText } from "./ReadText.ts"

/** A draft, and how its file writes it. */
export interface ReadDraft extends Draft {
  readonly mapped: MappedText
  /** Undefined if it cannot be replaced as a whole, such as one of several branches or a text in a placeholder. */
  readonly written: WrittenText | undefined
}
