import type { ContactKind } from "../ContactKind.ts"
import type { Literal } from "./Literal.ts"

/** What a gap may step over: only words; commas, colons and brackets too; the ends of sentences too. */
export type Reach = "clause" | "sentence" | "text"

/** A phrase of a rule file, taken apart. */
export type Phrase =
  | { readonly kind: "word"; readonly literal: Literal }
  /** A phone, a link, an account …, however many words it was written in. */
  | { readonly kind: "contact"; readonly contact: ContactKind }
  | { readonly kind: "sequence"; readonly parts: ReadonlyArray<Phrase> }
  /** Any of these: the single words, which one step can take, and the others, none of which is alternatives again. */
  | { readonly kind: "alternatives"; readonly literals: ReadonlyArray<Literal>; readonly others: ReadonlyArray<Phrase> }
  | { readonly kind: "optional"; readonly part: Phrase }
  /** Up to `most` words of any kind. */
  | { readonly kind: "gap"; readonly most: number; readonly reach: Reach }
  | { readonly kind: "sentenceStart" }
  | { readonly kind: "sentenceEnd" }
  | { readonly kind: "clauseEnd" }
  | { readonly kind: "question" }

/** Any of the options, of which alternatives are taken apart. */
export const alternatives = (options: ReadonlyArray<Phrase>): Phrase => ({
  kind: "alternatives",
  literals: options.flatMap((option) =>
    option.kind === "word" ? [option.literal] : option.kind === "alternatives" ? option.literals : []
  ),
  others: options.flatMap((option) =>
    option.kind === "word" ? [] : option.kind === "alternatives" ? option.others : [option]
  )
})

/** Whether a match of the phrase may go on over the end of a sentence. */
export const crossesSentences = (phrase: Phrase): boolean => {
  switch (phrase.kind) {
    case "gap":
      return phrase.reach === "text"
    case "optional":
      return crossesSentences(phrase.part)
    case "sequence":
      return phrase.parts.some(crossesSentences)
    case "alternatives":
      return phrase.others.some(crossesSentences)
    default:
      return false
  }
}
