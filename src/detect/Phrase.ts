import type { Literal } from "./Vocabulary.ts"

/** A phrase of a rule file, taken apart. */
export type Phrase =
  | { readonly kind: "word"; readonly literal: Literal }
  | { readonly kind: "sequence"; readonly parts: ReadonlyArray<Phrase> }
  | { readonly kind: "alternatives"; readonly options: ReadonlyArray<Phrase> }
  | { readonly kind: "optional"; readonly part: Phrase }
  /** Up to `most` words of any kind; over the ends of sentences too where `across` says so. */
  | { readonly kind: "gap"; readonly most: number; readonly across: boolean }
  | { readonly kind: "sentenceStart" }
  | { readonly kind: "sentenceEnd" }
  | { readonly kind: "question" }
