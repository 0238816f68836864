import type { TextRange } from "../../text/FoldedText.ts"
import type { SignRole } from "./spelledSigns.ts"

/** A lexical unit of addresses: a label of letters and digits, a blank or a sign. Offsets into the folded text. */
export interface AddressToken extends TextRange {
  readonly kind: "label" | "blank" | "sign"
  readonly value: string
  /** The sign that a word, an ideograph or the picture of a dog stands for. */
  readonly role: SignRole | undefined
}
