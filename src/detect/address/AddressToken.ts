import type { TextRange } from "../../text/FoldedText.ts"
import type { SignRole } from "./spelledSigns.ts"

/** A piece of a text as addresses are made of: a label of letters and digits, a blank, a sign. Offsets into the folded text. */
export interface AddressToken extends TextRange {
  readonly kind: "label" | "blank" | "sign"
  readonly value: string
  /** What a word or an ideograph spells, or a dog's picture. */
  readonly role: SignRole | undefined
}
