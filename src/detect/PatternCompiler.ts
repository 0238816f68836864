import type { Either } from "effect"
import type { TextRange } from "../text/FoldedText.ts"

/** A pattern of RE2's syntax, compiled. Whatever the text, its work grows with the text's length and no faster. */
export interface Pattern {
  /** The matches in a folded text, in order, none overlapping another. */
  readonly find: (text: string) => ReadonlyArray<TextRange>
}

/** Why a pattern was refused: the words of the library that reads it. */
export interface PatternFault {
  readonly reason: string
}

/** Where patterns come from; the engine knows no library of its own. */
export type PatternCompiler = (pattern: string) => Either.Either<Pattern, PatternFault>
