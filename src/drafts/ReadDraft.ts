import type { Draft } from "../domain/Draft.ts"
import type { MappedText } from "./MappedText.ts"
import type { WrittenText } from "./ReadText.ts"

/** A draft as it was read: beside what it says, how it is written. */
export interface ReadDraft extends Draft {
  readonly mapped: MappedText
  /** None where it cannot be replaced as a whole: one of several branches, a text within a placeholder. */
  readonly written: WrittenText | undefined
}
