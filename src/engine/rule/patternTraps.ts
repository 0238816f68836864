/** Why a valid RE2 pattern may match nothing. */
export type PatternTrap = "capitals" | "latinWords"

/** Escapes, classes and group names, whose letters are not literal. */
const notation = /\\[pP](?:\{[^}]*\}|.)|\\x(?:\{[^}]*\}|..)|\\.|\(\?P?<\w*>|\[:\^?\w*:\]/gu

/** The flag for case-insensitive matching, with which capitals do no harm. */
const anyCase = /\(\?[a-zA-Z]*i/

/**
 * The traps in a pattern of a rule: the text is in lower case, and `\b` and `\w` cover only Latin letters, so next to
 * other letters they mean the opposite of what is intended.
 */
export const patternTraps = (pattern: string): ReadonlyArray<PatternTrap> => {
  const letters = pattern.replace(notation, "")
  const hasCapitals = /\p{Lu}/u.test(letters) && !anyCase.test(pattern)
  const isOfOtherLetters =
    /(?![A-Za-z])\p{L}/u.test(letters) && (pattern.match(notation) ?? []).some((sign) => /^\\[bBwW]$/.test(sign))
  return [...(hasCapitals ? (["capitals"] as const) : []), ...(isOfOtherLetters ? (["latinWords"] as const) : [])]
}
