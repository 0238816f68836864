import type { DraftError } from "./DraftError.ts"
import type { MappedText, Stretch } from "./MappedText.ts"

/** How a text is written in its file, so that it can be replaced. `yamlFlow` is a plain scalar in brackets. */
export type Quoting =
  | "verbatim"
  | "json"
  | "yamlPlain"
  | "yamlFlow"
  | "yamlSingle"
  | "yamlDouble"
  | "yamlBlock"
  | "csv"
  | "gettext"

/** The range of a whole text in its file, including quotation marks, and how it is written. */
export interface WrittenText extends Stretch {
  readonly quoting: Quoting
}

/** A text that a reader found in a file, before placeholders are identified. */
export interface ReadText {
  /** As in Draft. */
  readonly key: string
  readonly mapped: MappedText
  /** Undefined if the text cannot be replaced as a whole. */
  readonly written: WrittenText | undefined
}

/** The texts of a file, and the errors in it. */
export interface Reading {
  readonly texts: ReadonlyArray<ReadText>
  readonly errors: ReadonlyArray<DraftError>
}
