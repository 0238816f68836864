import type { TextRange } from "../text/FoldedText.ts"

/** Digits with nothing but digits between them. */
export interface DigitGroup extends TextRange {
  readonly digits: string
}

/**
 * Groups of digits that separators common in numbers (blanks, hyphens, full stops, brackets) hold together, with a plus
 * before them if one was written. A run is cut out whole before anything is looked for in it, so that no phone is found inside a longer
 * number.
 */
export interface DigitRun extends TextRange {
  readonly plus: boolean
  readonly groups: ReadonlyArray<DigitGroup>
}
