/** The place of the match in an excerpt: offsets into it, and whether it is masked there. */
export interface MatchPlace {
  readonly start: number
  readonly end: number
  readonly masked: boolean
}

/** A mask in an excerpt, with the spaces between its parts. */
const mask = /█+(?: █+)*/g

/**
 * Finds the match, or its mask, in the excerpt. Returns undefined if there are several candidates, since an excerpt may
 * contain other masks and a wrong place is worse than none.
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
