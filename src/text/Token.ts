/** A word or a number of a folded text. */
export interface Token {
  /** The word with disguises removed, ё written as е and any apostrophe as "'". Each Chinese character is a word. */
  readonly word: string
  /** UTF-16 offsets into the folded text, `end` exclusive. */
  readonly start: number
  readonly end: number
  /** The index of its sentence, from 0. */
  readonly sentence: number
  /** Whether a question mark follows before the next word. */
  readonly question: boolean
}
