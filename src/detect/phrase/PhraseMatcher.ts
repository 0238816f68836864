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
 * Phrases compiled into one automaton. Its work for a word is bounded by the number of its states, whatever was written before,
 * so that a text takes linear time.
 */
export interface PhraseMatcher {
  /** All matches in the order of their ends, one for each end. */
  readonly match: (text: WordsOfText) => ReadonlyArray<PhraseMatch>
  /** Whether there is any. */
  readonly hasMatch: (text: WordsOfText) => boolean
}

const none: ReadonlyArray<PhraseMatch> = []

/** Matches nothing. */
export const noPhrases: PhraseMatcher = { match: () => none, hasMatch: () => false }

/** What a matcher works with: plain values, which a file can keep, and an automaton that is loaded for the first text that may match. */
export interface PhraseProgram {
  /** The classes of words of which a text must hold one, so that any phrase matches; undefined where one may match whatever it holds. */
  readonly triggers: Int32Array | undefined
  readonly automaton: () => PhraseAutomaton
}

/** Compiles phrases whose words are known already. */
export const programOf = (phrases: ReadonlyArray<Phrase>, words: VocabularyBuilder): PhraseProgram => {
  const requirements = requirementsOf([phrases], words)
  const triggers = new Set([...requirements.each].flatMap((requirement) => [...triggersOf(requirement, requirements)]))
  return {
    triggers: requirements.always.length > 0 ? undefined : Int32Array.from(triggers),
    automaton: () => buildAutomaton([phrases], words)
  }
}

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

/** @param load gives the program of a matcher. Most messages ask few matchers for anything: what is not asked is never loaded. */
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
