import { type AddressCandidates, addressCandidates } from "../detect/addressCandidates.ts"
import type { DigitRun } from "../detect/DigitRun.ts"
import { digitRuns } from "../detect/digitRuns.ts"
import type { PhoneCandidate } from "../detect/PhoneCandidate.ts"
import { type ClassifiedTokens, classify } from "../detect/PhraseMatcher.ts"
import { phoneCandidates } from "../detect/phoneCandidates.ts"
import type { Vocabulary } from "../detect/Vocabulary.ts"
import type { FoldedText } from "../text/FoldedText.ts"
import { fold } from "../text/fold.ts"
import { tokenize } from "../text/tokenize.ts"

/** What a message holds, whatever the rules make of it. Each part is worked out once, when it is first asked for. */
export interface MessageReading {
  readonly folded: FoldedText
  readonly digitRuns: () => ReadonlyArray<DigitRun>
  readonly addresses: () => AddressCandidates
  /** Numbers that stand in no link and in no e-mail address. */
  readonly phones: () => ReadonlyArray<PhoneCandidate>
  readonly tokens: (vocabulary: Vocabulary) => ClassifiedTokens
}

export const readMessage = (text: string, region: string): MessageReading => {
  const folded = fold(text)
  const runs = once(() => digitRuns(folded.text))
  const addresses = once(() => addressCandidates(folded))
  const phones = once(() => {
    const found = phoneCandidates(folded.text, runs(), region)
    if (found.length === 0) return found
    const taken = [...addresses().links, ...addresses().emails].sort((one, other) => one.start - other.start)
    return withoutOverlaps(found, taken)
  })
  const words = once(() => tokenize(folded.text))
  let classified: { readonly vocabulary: Vocabulary; readonly tokens: ClassifiedTokens } | undefined
  const tokens = (vocabulary: Vocabulary): ClassifiedTokens => {
    if (classified?.vocabulary !== vocabulary) {
      classified = { vocabulary, tokens: classify(words(), vocabulary) }
    }
    return classified.tokens
  }
  return { folded, digitRuns: runs, addresses, phones, tokens }
}

const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Those of `found` that share nothing with `taken`; both in the order of their starts. */
const withoutOverlaps = <A extends { readonly start: number; readonly end: number }>(
  found: ReadonlyArray<A>,
  taken: ReadonlyArray<{ readonly start: number; readonly end: number }>
): ReadonlyArray<A> => {
  let next = 0
  return found.filter((one) => {
    while (next < taken.length && (taken[next]?.end ?? 0) <= one.start) next += 1
    return (taken[next]?.start ?? Number.POSITIVE_INFINITY) >= one.end
  })
}
