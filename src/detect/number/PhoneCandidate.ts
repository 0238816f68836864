import type { TextRange } from "../../text/FoldedText.ts"

/** A valid phone number, which may still mean something else in its context. Offsets into the folded text. */
export interface PhoneCandidate extends TextRange {
  /** E.164, e.g. "+79261234567". */
  readonly number: string
  /** The digits as written, without separators. */
  readonly digits: string
  /** How likely it is a phone number judging by its form alone, from 0 to 1. The words around it decide the rest. */
  readonly form: number
  /**
   * Whether it is written in a way that product codes never are: in keycaps, or with letters for digits in several
   * parts.
   */
  readonly hidden: boolean
}
