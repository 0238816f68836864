import type { TextRange } from "../../text/FoldedText.ts"
import { mergedRanges, spanOfBoth } from "../../text/mergedRanges.ts"

/** A range of a text that is hidden. */
export interface HiddenRange extends TextRange {
  /** Whether it is the finding itself rather than another contact near it. */
  readonly isFound?: boolean
}

/** The masks of a finding and of other contacts. Neither reveals the length of the hidden text. */
const foundMask = "██████"
const otherMask = "•••"

/** The mask of a hidden range. */
export const maskOf = ({ isFound = false }: HiddenRange): string => (isFound ? foundMask : otherMask)

/**
 * The contacts of a text and the findings in it, sorted and merged where they overlap: a finding is hidden as a whole
 * even if it contains a narrower contact.
 */
export const hiddenRanges = (
  contacts: ReadonlyArray<TextRange>,
  found: ReadonlyArray<TextRange>
): ReadonlyArray<HiddenRange> =>
  mergedRanges<HiddenRange>(
    [...contacts, ...found.map(({ start, end }) => ({ start, end, isFound: true }))],
    (one, other) => ({ ...spanOfBoth(one, other), isFound: one.isFound === true || other.isFound === true })
  )
