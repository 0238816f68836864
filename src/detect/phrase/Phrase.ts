import type { ContactKind } from "../ContactKind.ts"
import type { Literal } from "./Literal.ts"

/** What a gap may skip: words only; also commas, colons and brackets; also the ends of sentences. */
export type Reach = "clause" | "sentence" | "text"

/** A parsed phrase of a rule file. */
export type Phrase =
  | { readonly kind: "word"; readonly literal: Literal }
  /** A phone, link, account etc., of any number of words. */
  | { readonly kind: "contact"; readonly contact: ContactKind }
  | { readonly kind: "sequence"; readonly parts: ReadonlyArray<Phrase> }
  /** Single words, which are matched in one step, and other options, none of which is itself a list of alternatives. */
  | { readonly kind: "alternatives"; readonly literals: ReadonlyArray<Literal>; readonly others: ReadonlyArray<Phrase> }
  | { readonly kind: "optional"; readonly part: Phrase }
  /** Up to `most` words of any kind. */
  | { readonly kind: "gap"; readonly most: number; readonly reach: Reach }
  | { readonly kind: "sentenceStart" }
  | { readonly kind: "sentenceEnd" }
  | { readonly kind: "clauseEnd" }
  | { readonly kind: "question" }

/** A phrase that matches any of the options; nested alternatives are flattened. */
export const alternatives = (options: ReadonlyArray<Phrase>): Phrase => ({
  kind: "alternatives",
  literals: options.flatMap(literalsOf),
  others: options.flatMap(othersOf)
})

const literalsOf = (option: Phrase): ReadonlyArray<Literal> => {
  if (option.kind === "word") return [option.literal]
  return option.kind === "alternatives" ? option.literals : []
}

const othersOf = (option: Phrase): ReadonlyArray<Phrase> => {
  if (option.kind === "word") return []
  return option.kind === "alternatives" ? option.others : [option]
}

/** Whether a match of the phrase may extend across the end of a sentence. */
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
