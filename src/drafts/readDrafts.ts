import type { DraftError } from "./DraftError.ts"
import type { DraftFormat } from "./DraftFormat.ts"
import { draftsOf } from "./placeholders/draftsOf.ts"
import { everySyntax, type PlaceholderSyntax } from "./placeholders/PlaceholderSyntax.ts"
import type { ReadDraft } from "./ReadDraft.ts"
import type { ReadText } from "./ReadText.ts"
import type { TextReader } from "./readTexts.ts"
import type { SourceFile } from "./SourceFile.ts"
import { anyMessage, type ValueSelection } from "./valueSelection.ts"

/** How drafts are extracted from a file. */
export interface DraftSource {
  readonly format: DraftFormat
  /** The reader of that format. */
  readonly read: TextReader
  readonly selection: ValueSelection
  readonly syntaxes: ReadonlySet<PlaceholderSyntax>
}

/** A text of a file, and the drafts that it may become. */
export interface DraftVariants {
  readonly text: ReadText
  /** At least one. What they have in common has the same place in the file. */
  readonly drafts: ReadonlyArray<ReadDraft>
}

/** Reads the drafts of a file, in the order of the file. */
export const readDrafts = (
  file: SourceFile,
  { read, selection, syntaxes }: DraftSource
): { readonly variants: ReadonlyArray<DraftVariants>; readonly errors: ReadonlyArray<DraftError> } => {
  const { texts, errors } = read(file, selection)
  return { variants: texts.map((text) => ({ text, drafts: draftsOf(file, text, syntaxes) })), errors }
}

/** How drafts are extracted without configuration. */
export const defaultSource = (format: DraftFormat, read: TextReader): DraftSource => ({
  format,
  read,
  selection: anyMessage,
  syntaxes: everySyntax
})
