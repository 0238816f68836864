import type { TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth } from "../../text/mergedRanges.ts"

/** A stretch of a text that is not shown. */
export interface HiddenRange extends TextRange {
  /** Whether it is what was found, and not another contact near it. */
  readonly isFound?: boolean
}

/** What hides what was found, and any other contact. Neither tells how long the hidden text is. */
const foundMask = "██████"
const otherMask = "•••"

/** What is shown in the place of a hidden stretch. */
export const maskOf = ({ isFound = false }: HiddenRange): string => (isFound ? foundMask : otherMask)

/**
 * The contacts of a text and what was found in it, in order, none sharing a character with another: what was found is hidden whole even
 * where a contact in it is narrower.
 */
export const hiddenRanges = (
  contacts: ReadonlyArray<TextRange>,
  found: ReadonlyArray<TextRange>
): ReadonlyArray<HiddenRange> =>
  mergedRanges<HiddenRange>(
    [...contacts, ...found.map(({ start, end }) => ({ start, end, isFound: true }))],
    (one, other) => ({ ...spanOfBoth(one, other), isFound: one.isFound === true || other.isFound === true })
  )
