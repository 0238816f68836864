import { buildAutomaton } from "./buildAutomaton.ts"
import type { Phrase } from "./Phrase.ts"
import type { PhraseAutomaton } from "./PhraseAutomaton.ts"
import { type PhraseMatch, type PhraseTracker, trackerOf, type Width, type WordsOfText } from "./PhraseTracker.ts"
import { triggersOf } from "./RequirementTables.ts"
import { requirementsOf } from "./requirementsOf.ts"
import { SymbolFilter } from "./SymbolFilter.ts"
import type { VocabularyBuilder } from "./VocabularyBuilder.ts"

export { type ClassifiedTokens, classify } from "./ClassifiedTokens.ts"
export type { PhraseMatch, Width } from "./PhraseTracker.ts"

/**
 * Phrases compiled into one automaton. The work per word is bounded by the number of states, so matching takes linear
 * time.
 */
export interface PhraseMatcher {
  /** All matches, one per end, sorted by end. */
  readonly match: (text: WordsOfText) => ReadonlyArray<PhraseMatch>
  /** Whether there is a match. */
  readonly hasMatch: (text: WordsOfText) => boolean
}

const none: ReadonlyArray<PhraseMatch> = []

/** Matches nothing. */
export const noPhrases: PhraseMatcher = { match: () => none, hasMatch: () => false }

/**
 * What a matcher needs: plain values that can be stored in a file, and an automaton that is loaded with the first text
 * that may match.
 */
export interface PhraseProgram {
  /** Word classes of which a text must contain one to match; undefined if a phrase may match without any. */
  readonly triggers: Int32Array | undefined
  readonly automaton: () => PhraseAutomaton
}

/** Compiles phrases whose words the vocabulary already knows. */
export const programOf = (phrases: ReadonlyArray<Phrase>, words: VocabularyBuilder): PhraseProgram => {
  const requirements = requirementsOf([phrases], words)
  const triggers = new Set([...requirements.each].flatMap((requirement) => [...triggersOf(requirement, requirements)]))
  return {
    triggers: requirements.always.length > 0 ? undefined : Int32Array.from(triggers),
    automaton: () => buildAutomaton([phrases], words)
  }
}

/** Adds the words of phrases to the vocabulary and compiles them into a matcher. */
export const compilePhrases = (
  phrases: ReadonlyArray<Phrase>,
  words: VocabularyBuilder,
  width: Width = "narrowest"
): PhraseMatcher => {
  if (phrases.length === 0) return noPhrases
  words.learn(phrases)
  return matcherOf(() => programOf(phrases, words), width)
}

/** @param load returns the program of the matcher. It is called on first use, as most messages use few matchers. */
export const matcherOf = (load: () => PhraseProgram, width: Width = "narrowest"): PhraseMatcher => {
  let filter: SymbolFilter | undefined
  let tracker: PhraseTracker | undefined
  let program: PhraseProgram | undefined
  const loaded = (): PhraseProgram => {
    program ??= load()
    return program
  }
  const mayMatch = ({ symbols, vocabulary }: WordsOfText): boolean => {
    const { triggers } = loaded()
    if (triggers === undefined) return true
    filter ??= new SymbolFilter(triggers)
    return filter.passesAny(symbols, vocabulary)
  }
  const built = (): PhraseTracker => {
    tracker ??= trackerOf(loaded().automaton(), width)
    return tracker
  }
  return {
    match: (text) => (mayMatch(text) ? built().track(text) : none),
    hasMatch: (text) => mayMatch(text) && built().hasMatch(text)
  }
}
