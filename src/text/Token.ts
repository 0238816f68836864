/** A word or a number of a folded text. */
export interface Token {
  /** The word without its disguise, with ё written as е and any apostrophe as "'"; a Chinese character is a word of its own. */
  readonly word: string
  /** UTF-16 offsets into the folded text, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** The number of the sentence that it stands in, from 0. */
  readonly sentence: number
  /** Whether a question mark follows before the next word. */
  readonly question: boolean
}
