import type { Either } from "effect"
import type { TextRange } from "../text/FoldedText.ts"

/** A compiled pattern in RE2 syntax. Matching takes time linear in the length of the text. */
export interface Pattern {
  /** The non-overlapping matches in a folded text, in order. */
  readonly find: (text: string) => ReadonlyArray<TextRange>
}

/** Why a pattern was refused, as reported by the library. */
export interface PatternFault {
  readonly reason: string
}

/** Compiles patterns. It is passed in, so that the engine does not depend on a library. */
export type PatternCompiler = (pattern: string) => Either.Either<Pattern, PatternFault>
