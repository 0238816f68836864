import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { firstWhere } from "../../text/firstWhere.ts"

/** How many words may stand between a cue and what it speaks of: 0 when it must touch, -1 when it may not stand on that side. */
export interface CueReach {
  readonly before: number
  readonly after: number
}

/** The cues of a text, of which those near something are asked for many times. */
export interface Cues {
  /** In the order of their ends. */
  readonly matches: ReadonlyArray<PhraseMatch>
  /** How many words the longest of them has beyond its first: one that begins near something ends no farther away. */
  readonly longest: number
}

/** @param matches in the order of their ends, as a matcher gives them. */
export const cuesOf = (matches: ReadonlyArray<PhraseMatch>): Cues => ({
  matches,
  longest: matches.reduce((longest, { first, last }) => Math.max(longest, last - first), 0)
})

/** How many words away the nearest cue is, 0 when it touches; Infinity when none is in reach. Those that `counts` denies are passed over. */
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
    const before = cue.last < target.first
    const after = cue.first > target.last
    const distance = before ? target.first - cue.last - 1 : after ? cue.first - target.last - 1 : 0
    const limit = before ? reach.before : after ? reach.after : 0
    if (distance <= limit && distance < nearest && counts(cue)) nearest = distance
  }
  return nearest
}

const everyCue = (): boolean => true

/** No farther than a cue reaches. In UTF-16 units. */
const longestGap = 80

/** What stands between something and a word after it, which begins at `to`; no more of it than a cue reaches over. */
export const gapAfter = (text: string, from: number, to = from): string =>
  text.slice(from, Math.min(to, from + longestGap))

/** What stands between a word, which ends at `from`, and something after it; no more of it than a cue reaches over. */
export const gapBefore = (text: string, from = 0, to = from): string => text.slice(Math.max(from, to - longestGap), to)
