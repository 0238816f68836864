import type { TextRange } from "../../text/FoldedText.ts"

/** A number that passes the Luhn check and has the prefix of a bank card. Offsets into the folded text. */
export interface CardCandidate extends TextRange {
  readonly digits: string
  /** How likely it is a card judging by its form alone, from 0 to 1. The words around it decide the rest. */
  readonly form: number
}
