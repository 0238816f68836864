import type { Option } from "effect"
import type { DraftFormat } from "./DraftFormat.ts"
import type { PlaceholderSyntax } from "./placeholders/PlaceholderSyntax.ts"
import type { ValueSelection } from "./valueSelection.ts"

/** How the drafts of some files are read. */
export interface DraftInput {
  /** The format; none leaves it to the file's name. */
  readonly format: Option.Option<DraftFormat>
  readonly selection: ValueSelection
  readonly syntaxes: ReadonlySet<PlaceholderSyntax>
}

/** Which files hold drafts, and how each is read. */
export interface DraftInputs {
  /** The patterns of the configured files, absolute. Empty when none are configured. */
  readonly patterns: ReadonlyArray<string>
  /** How a file is read that the configuration speaks of, by its absolute path; none for any other file. */
  readonly inputOf: (location: string) => Option.Option<DraftInput>
  /** How all other files are read. */
  readonly otherInput: DraftInput
}
