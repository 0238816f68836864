import type { TextRange } from "../../text/FoldedText.ts"
import type { Numeral } from "../../text/Numeral.ts"

/** Adjacent digits, or one number word. */
export interface NumberPart extends TextRange {
  /**
   * The digits, with letters replaced by the digits that they stand for ("9O3" is "903"); for a word, its value in
   * digits.
   */
  readonly digits: string
  readonly numeral?: Numeral
  /** Whether letters stand for digits in it. */
  readonly disguised: boolean
}

/** What separates two parts of a run: nothing or grouping characters; other signs; or words such as "потом". */
export type GapKind = "tight" | "signs" | "words"

export interface NumberGap {
  readonly kind: GapKind
  /** Whether it announces the next part as an area code ("(код города 495)"). */
  readonly code: boolean
  /** Whether it contains only words or remarks that also occur between unrelated figures ("8 на 16", "8 (штук) 16"). */
  readonly loose: boolean
}

/**
 * Parts that may form one number. A run is delimited before anything is searched in it, so that no number is found
 * inside a longer one. `gaps[i]` lies between `parts[i]` and `parts[i + 1]`. The range includes the plus or bracket
 * before the first part.
 */
export interface NumberRun extends TextRange {
  readonly plus: boolean
  /** Whether an area code is announced right before it ("код 812, потом …"). */
  readonly codeFirst: boolean
  readonly parts: ReadonlyArray<NumberPart>
  readonly gaps: ReadonlyArray<NumberGap>
}
