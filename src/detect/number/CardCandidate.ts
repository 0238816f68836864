import type { TextRange } from "../../text/FoldedText.ts"

/** A number that passes the Luhn check and begins as bank cards do. Offsets into the folded text. */
export interface CardCandidate extends TextRange {
  readonly digits: string
  /** How surely its form alone tells a card, 0 to 1; the words around it decide the rest. */
  readonly form: number
}
