import type { TextRange } from "../../text/FoldedText.ts"
import type { Numeral } from "../../text/Numeral.ts"

/** Digits with nothing between them, or one number word. */
export interface NumberPart extends TextRange {
  /** The digits, letters among them read as what they stand for ("9O3" is "903"); of a word its value in digits. */
  readonly digits: string
  readonly numeral?: Numeral
  /** Whether letters stand for digits in it. */
  readonly disguised: boolean
}

/** What stands between two parts of a run: nothing or what numbers are grouped with; other signs; words such as "потом". */
export type GapKind = "tight" | "signs" | "words"

export interface NumberGap {
  readonly kind: GapKind
  /** Whether it says that the part after it is an area code ("(код города 495)"). */
  readonly code: boolean
  /** Whether only words or a remark stand in it that are said between any figures ("8 на 16", "8 (штук) 16"). */
  readonly loose: boolean
}

/**
 * Parts that may be one number. A run is cut out whole before anything is looked for in it, so that no number is found inside a longer
 * one. `gaps[i]` stands between `parts[i]` and `parts[i + 1]`. The range takes in the plus or the bracket before the first part.
 */
export interface NumberRun extends TextRange {
  readonly plus: boolean
  /** Whether an area code is announced right before it ("код 812, потом …"). */
  readonly codeFirst: boolean
  readonly parts: ReadonlyArray<NumberPart>
  readonly gaps: ReadonlyArray<NumberGap>
}
