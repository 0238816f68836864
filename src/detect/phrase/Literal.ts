/** A word of a phrase: exactly `text`, or any word that begins or that ends with it. Folded as a token is. */
export interface Literal {
  readonly text: string
  readonly stem: boolean
  /** Whether any word with this ending is meant. */
  readonly ending?: true
  /** Whether words that sound so are meant too: misspelt, or in Latin letters. */
  readonly sounds?: true
}

/** The same for equal literals. */
export const literalKey = ({ text, stem, sounds, ending }: Literal): string =>
  `${sounds ? "%" : ""}${ending ? "*" : ""}${text}${stem ? "*" : ""}`
