import type { Option } from "effect"
import type { DraftFormat } from "./DraftFormat.ts"
import type { PlaceholderSyntax } from "./placeholders/PlaceholderSyntax.ts"
import type { ValueSelection } from "./valueSelection.ts"

/** How drafts are read from some of the files. */
export interface DraftInput {
  /** The format; none if the file's name determines it. */
  readonly format: Option.Option<DraftFormat>
  readonly selection: ValueSelection
  readonly syntaxes: ReadonlySet<PlaceholderSyntax>
}

/** Which files hold drafts, and how each is read. */
export interface DraftInputs {
  /** The absolute patterns of the configured files; empty if none are configured. */
  readonly patterns: ReadonlyArray<string>
  /** How a configured file is read, by its absolute path; none for other files. */
  readonly inputOf: (location: string) => Option.Option<DraftInput>
  /** How all other files are read. */
  readonly otherInput: DraftInput
}
