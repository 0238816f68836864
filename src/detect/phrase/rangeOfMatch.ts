import type { TextRange } from "../../text/FoldedText.ts"
import type { Token } from "../../text/Token.ts"
import type { PhraseMatch } from "./PhraseMatcher.ts"

/** The range of a match in the text of the tokens. */
export const rangeOfMatch = (tokens: ReadonlyArray<Token>, { first, last }: PhraseMatch): TextRange => ({
  start: tokens[first]?.start ?? 0,
  end: tokens[last]?.end ?? 0
})
