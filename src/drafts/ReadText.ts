import type { DraftError } from "./DraftError.ts"
import type { MappedText, Stretch } from "./MappedText.ts"

/** How a whole text is written in its file, so that another one can be written in its place. `yamlFlow` is a plain text within brackets. */
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

/** Where a whole text is written, quotation marks and all, and how. */
export interface WrittenText extends Stretch {
  readonly quoting: Quoting
}

/** A text that a reader found in a file; placeholders are not yet looked for. */
export interface ReadText {
  /** As in Draft. */
  readonly key: string
  readonly mapped: MappedText
  /** None where a text cannot be replaced as a whole. */
  readonly written: WrittenText | undefined
}

/** What stands in a file, and what of it could not be read. */
export interface Reading {
  readonly texts: ReadonlyArray<ReadText>
  readonly errors: ReadonlyArray<DraftError>
}
