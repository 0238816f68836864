import type { PhraseMatch } from "../detect/PhraseMatcher.ts"
import type { Token } from "../text/Token.ts"

/** How many words may stand between a cue and what it speaks of: 0 when it must touch, -1 when it may not stand on that side. */
export interface CueReach {
  readonly before: number
  readonly after: number
}

/** The indices of the first token that ends after `start` and of the last one that begins before `end` (folded offsets). */
export const tokensAt = (
  tokens: ReadonlyArray<Token>,
  start: number,
  end: number
): { readonly first: number; readonly last: number } => ({
  first: lowerBound(tokens, (token) => token.end > start),
  last: lowerBound(tokens, (token) => token.start >= end) - 1
})

/** The index of the first token for which `holds`, which must be true for all after it. */
const lowerBound = (tokens: ReadonlyArray<Token>, holds: (token: Token) => boolean): number => {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (token !== undefined && holds(token)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * How many words away the nearest cue is, 0 when it touches; Infinity when none is in reach. `cues` in the order of their ends.
 */
export const cueDistance = (
  cues: ReadonlyArray<PhraseMatch>,
  target: { readonly first: number; readonly last: number },
  reach: CueReach
): number => {
  let nearest = Number.POSITIVE_INFINITY
  let low = 0
  let high = cues.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((cues[middle]?.last ?? 0) >= target.first - reach.before - 1) high = middle
    else low = middle + 1
  }
  for (let index = low; index < cues.length; index++) {
    const cue = cues[index]
    if (cue === undefined || cue.last > target.last + reach.after + longestCue) break
    const before = cue.last < target.first
    const after = cue.first > target.last
    const distance = before ? target.first - cue.last - 1 : after ? cue.first - target.last - 1 : 0
    const limit = before ? reach.before : after ? reach.after : 0
    if (distance <= limit) nearest = Math.min(nearest, distance)
  }
  return nearest
}

/** A cue after its target is found by its end; no cue is longer than this. */
const longestCue = 6
