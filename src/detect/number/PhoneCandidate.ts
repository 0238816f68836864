import type { TextRange } from "../../text/FoldedText.ts"

/** A number that can be dialled, whatever it may be in its place. Offsets into the folded text. */
export interface PhoneCandidate extends TextRange {
  /** E.164, e.g. "+79261234567". */
  readonly number: string
  /** The digits as they were written, without separators. */
  readonly digits: string
  /** How surely its form alone tells a phone number, 0 to 1; the words around it decide the rest. */
  readonly form: number
  /** Whether it is written as nobody writes the code of a thing: in keycaps, with letters for digits in several parts. */
  readonly hidden: boolean
}
