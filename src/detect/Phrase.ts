import type { ContactKind } from "./ContactKind.ts"
import type { Literal } from "./Literal.ts"

/** What a gap may step over: only words; commas, colons and brackets too; the ends of sentences too. */
export type Reach = "clause" | "sentence" | "text"

/** A phrase of a rule file, taken apart. */
export type Phrase =
  | { readonly kind: "word"; readonly literal: Literal }
  /** A phone, a link, an account …, however many words it was written in. */
  | { readonly kind: "contact"; readonly contact: ContactKind }
  | { readonly kind: "sequence"; readonly parts: ReadonlyArray<Phrase> }
  | { readonly kind: "alternatives"; readonly options: ReadonlyArray<Phrase> }
  | { readonly kind: "optional"; readonly part: Phrase }
  /** Up to `most` words of any kind. */
  | { readonly kind: "gap"; readonly most: number; readonly reach: Reach }
  | { readonly kind: "sentenceStart" }
  | { readonly kind: "sentenceEnd" }
  | { readonly kind: "clauseEnd" }
  | { readonly kind: "question" }
