import { buildAutomaton } from "./buildAutomaton.ts"
import type { ClassifiedTokens } from "./ClassifiedTokens.ts"
import type { Phrase } from "./Phrase.ts"
import type { PhraseAutomaton } from "./PhraseAutomaton.ts"
import { PhraseRequirements } from "./PhraseRequirements.ts"
import { type PhraseScanner, scannerOf } from "./PhraseScanner.ts"
import { type PhraseMatch, type PhraseTracker, trackerOf, type Width } from "./PhraseTracker.ts"
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
}

const none: ReadonlyArray<PhraseMatch> = []

/** Matches nothing. */
export const noPhrases: PhraseMatcher = { match: () => none }

/** What a matcher works with: plain values, which a file can keep. */
export interface PhraseProgram {
  readonly requirements: RequirementTables
  readonly automaton: PhraseAutomaton
}

/** Compiles phrases whose words are known already. */
export const programOf = (phrases: ReadonlyArray<Phrase>, words: VocabularyBuilder): PhraseProgram => ({
  requirements: requirementsOf(phrases, words),
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
  let built: Built | undefined
  return {
    match: (text) => {
      program ??= load()
      requirements ??= new PhraseRequirements(program.requirements)
      if (!requirements.metBy(text.classes)) return none
      built ??= { scanner: scannerOf(program.automaton, mostSteps), tracker: trackerOf(program.automaton, width) }
      // To know roughly where matches are is much cheaper than to know where each begins and ends.
      const stretches = built.scanner.stretches(text)
      return stretches.length === 0 ? none : built.tracker.track(text, stretches)
    }
  }
}

interface Built {
  readonly scanner: PhraseScanner
  readonly tracker: PhraseTracker
}

/** What the scanner of one matcher remembers at most: there may be hundreds beside each other. */
const mostSteps = 2_000
