/** Where the match stands in an excerpt: offsets into it, and whether the excerpt hides it. */
export interface MatchPlace {
  readonly start: number
  readonly end: number
  readonly masked: boolean
}

/** What a mask looks like in an excerpt, words and gaps of one hidden thing together. */
const mask = /█+(?: █+)*/g

/**
 * Finds the match in its excerpt: the match itself, or the mask over it. An excerpt may mask other people's data too, so
 * with two candidates nothing is pointed at: a wrong arrow is worse than none.
 */
export const matchPlace = (excerpt: string, match: string): MatchPlace | undefined => {
  const start = match === "" ? -1 : excerpt.indexOf(match)
  if (start !== -1) {
    const end = start + match.length
    return excerpt.indexOf(match, end) === -1 ? { start, end, masked: false } : undefined
  }
  const [first, second] = excerpt.matchAll(mask)
  return first !== undefined && second === undefined
    ? { start: first.index, end: first.index + first[0].length, masked: true }
    : undefined
}
