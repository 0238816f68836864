/** Why a pattern that RE2 takes may match nothing. */
export type PatternTrap = "capitals" | "latinWords"

/** What stands for a sign, a class or a name, whatever letters it is written with. */
const notation = /\\[pP](?:\{[^}]*\}|.)|\\x(?:\{[^}]*\}|..)|\\.|\(\?P?<\w*>|\[:\^?\w*:\]/gu

/** Says which letters are one: then capitals do no harm. */
const anyCase = /\(\?[a-zA-Z]*i/

/**
 * The traps in a pattern of a rule: the text that it reads is in small letters, and `\b` and `\w` know Latin letters alone, so that beside other
 * letters they say the contrary of what is meant.
 */
export const patternTraps = (pattern: string): ReadonlyArray<PatternTrap> => {
  const letters = pattern.replace(notation, "")
  const hasCapitals = /\p{Lu}/u.test(letters) && !anyCase.test(pattern)
  const isOfOtherLetters =
    /(?![A-Za-z])\p{L}/u.test(letters) && (pattern.match(notation) ?? []).some((sign) => /^\\[bBwW]$/.test(sign))
  return [...(hasCapitals ? (["capitals"] as const) : []), ...(isOfOtherLetters ? (["latinWords"] as const) : [])]
}
