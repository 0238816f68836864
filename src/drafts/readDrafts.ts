import type { DraftError } from "./DraftError.ts"
import type { DraftFormat } from "./DraftFormat.ts"
import { draftsOf } from "./placeholders/draftsOf.ts"
import { everySyntax, type PlaceholderSyntax } from "./placeholders/PlaceholderSyntax.ts"
import type { ReadDraft } from "./ReadDraft.ts"
import type { ReadText } from "./ReadText.ts"
import type { TextReader } from "./readTexts.ts"
import type { SourceFile } from "./SourceFile.ts"
import { anyMessage, type ValueSelection } from "./valueSelection.ts"

/** How the drafts of a file are found. */
export interface DraftSource {
  readonly format: DraftFormat
  /** The reader of that format. */
  readonly read: TextReader
  readonly selection: ValueSelection
  readonly syntaxes: ReadonlySet<PlaceholderSyntax>
}

/** A text of a file with all that it may become. */
export interface DraftVariants {
  readonly text: ReadText
  /** At least one. What they share stands at the same place of the file. */
  readonly drafts: ReadonlyArray<ReadDraft>
}

/** Reads all drafts of a file, in the order of the file. */
export const readDrafts = (
  file: SourceFile,
  { read, selection, syntaxes }: DraftSource
): { readonly variants: ReadonlyArray<DraftVariants>; readonly errors: ReadonlyArray<DraftError> } => {
  const { texts, errors } = read(file, selection)
  return { variants: texts.map((text) => ({ text, drafts: draftsOf(file, text, syntaxes) })), errors }
}

/** How drafts are found where nothing is configured. */
export const defaultSource = (format: DraftFormat, read: TextReader): DraftSource => ({
  format,
  read,
  selection: anyMessage,
  syntaxes: everySyntax
})
