import type { TextRange } from "./FoldedText.ts"

/** Whether two ranges have a character in common. */
export const overlap = (one: TextRange, other: TextRange): boolean => one.start < other.end && other.start < one.end
