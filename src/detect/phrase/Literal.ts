/** A word of a phrase: exactly `text`, or any word with this beginning or ending. Folded like tokens. */
export interface Literal {
  readonly text: string
  readonly stem: boolean
  /** Whether it matches any word with this ending. */
  readonly ending?: true
  /** Whether it also matches words that sound alike: misspelled or transliterated. */
  readonly sounds?: true
}

/** A key that is equal for equal literals. */
export const literalKey = ({ text, stem, sounds, ending }: Literal): string =>
  `${sounds ? "%" : ""}${ending ? "*" : ""}${text}${stem ? "*" : ""}`
