import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { firstWhere } from "../../text/firstWhere.ts"

/**
 * The maximum number of words between a cue and its target on each side: 0 if they must adjoin, -1 if the cue must not
 * be on that side.
 */
export interface CueReach {
  readonly before: number
  readonly after: number
}

/** The cues of a text, prepared for many queries. */
export interface Cues {
  /** Sorted by end. */
  readonly matches: ReadonlyArray<PhraseMatch>
  /** The length of the longest cue in words, minus one: it limits how far a cue that starts near the target extends. */
  readonly longest: number
}

/** @param matches sorted by end, as returned by a matcher. */
export const cuesOf = (matches: ReadonlyArray<PhraseMatch>): Cues => ({
  matches,
  longest: matches.reduce((longest, { first, last }) => Math.max(longest, last - first), 0)
})

/**
 * The distance in words to the nearest cue for which `counts` is true: 0 if it adjoins the target, Infinity if none is
 * in reach.
 */
export const cueDistance = (
  { matches, longest }: Cues,
  target: { readonly first: number; readonly last: number },
  reach: CueReach,
  counts: (cue: PhraseMatch) => boolean = everyCue
): number => {
  let nearest = Number.POSITIVE_INFINITY
  const first = firstWhere(matches.length, (index) => (matches[index]?.last ?? 0) >= target.first - reach.before - 1)
  for (let index = first; index < matches.length; index++) {
    const cue = matches[index]
    if (cue === undefined || cue.last > target.last + reach.after + 1 + longest) break
    let distance = 0
    let limit = 0
    if (cue.last < target.first) {
      distance = target.first - cue.last - 1
      limit = reach.before
    } else if (cue.first > target.last) {
      distance = cue.first - target.last - 1
      limit = reach.after
    }
    if (distance <= limit && distance < nearest && counts(cue)) nearest = distance
  }
  return nearest
}

const everyCue = (): boolean => true

/** Limits the text between a cue and its target, in UTF-16 units. */
const longestGap = 80

/**
 * The text between a target that ends at `from` and a word that starts at `to`, cut off at the maximum reach of a cue.
 */
export const gapAfter = (text: string, from: number, to = from): string =>
  text.slice(from, Math.min(to, from + longestGap))

/**
 * The text between a word that ends at `from` and a target that starts at `to`, cut off at the maximum reach of a cue.
 */
export const gapBefore = (text: string, from = 0, to = from): string => text.slice(Math.max(from, to - longestGap), to)
