import { buildAutomaton } from "./buildAutomaton.ts"
import type { ClassifiedTokens } from "./ClassifiedTokens.ts"
import type { Phrase } from "./Phrase.ts"
import type { PhraseAutomaton } from "./PhraseAutomaton.ts"
import { PhraseRequirements } from "./PhraseRequirements.ts"
import { type PhraseMatch, type PhraseTracker, trackerOf, type Width, type WordsOfText } from "./PhraseTracker.ts"
import type { RequirementTables } from "./RequirementTables.ts"
import { requirementsOf } from "./requirementsOf.ts"
import type { VocabularyBuilder } from "./VocabularyBuilder.ts"

export { type ClassifiedTokens, classify } from "./ClassifiedTokens.ts"
export type { PhraseMatch, Width } from "./PhraseTracker.ts"

/**
 * Phrases compiled into one automaton. Its work for a word is bounded by the number of its states, whatever was written before,
 * so that a text takes linear time.
 */
export interface PhraseMatcher {
  /** All matches in the order of their ends, one for each end. */
  readonly match: (text: ClassifiedTokens) => ReadonlyArray<PhraseMatch>
  /** Whether there is any. What the phrases need is not asked before: who asks here knows that the text may hold it. */
  readonly hasMatch: (text: WordsOfText) => boolean
}

const none: ReadonlyArray<PhraseMatch> = []

/** Matches nothing. */
export const noPhrases: PhraseMatcher = { match: () => none, hasMatch: () => false }

/** What a matcher works with: plain values, which a file can keep. */
export interface PhraseProgram {
  readonly requirements: RequirementTables
  readonly automaton: PhraseAutomaton
}

/** Compiles phrases whose words are known already. */
export const programOf = (phrases: ReadonlyArray<Phrase>, words: VocabularyBuilder): PhraseProgram => ({
  requirements: requirementsOf([phrases], words),
  automaton: buildAutomaton([phrases], words)
})

/** A matcher of phrases, whose words are made known at once. */
export const compilePhrases = (
  phrases: ReadonlyArray<Phrase>,
  words: VocabularyBuilder,
  width: Width = "narrowest"
): PhraseMatcher => {
  if (phrases.length === 0) return noPhrases
  words.learn(phrases)
  return matcherOf(() => programOf(phrases, words), width)
}

/** @param load gives the matcher's program. Most messages ask few matchers for anything: what is not asked is never loaded. */
export const matcherOf = (load: () => PhraseProgram, width: Width = "narrowest"): PhraseMatcher => {
  let program: PhraseProgram | undefined
  let requirements: PhraseRequirements | undefined
  let tracker: PhraseTracker | undefined
  const loaded = (): PhraseProgram => {
    program ??= load()
    return program
  }
  const built = (): PhraseTracker => {
    tracker ??= trackerOf(loaded().automaton, width)
    return tracker
  }
  return {
    match: (text) => {
      requirements ??= new PhraseRequirements(loaded().requirements)
      return requirements.metBy(text.classes) ? built().track(text) : none
    },
    hasMatch: (text) => built().hasMatch(text)
  }
}
