import { buildAutomaton } from "./buildAutomaton.ts"
import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "./ClassifiedTokens.ts"
import type { Phrase } from "./Phrase.ts"
import {
  acceptState,
  anyState,
  clauseEndState,
  type Opening,
  openingsByClass,
  type PhraseAutomaton,
  questionState,
  reaches,
  reachState,
  sentenceEndState,
  sentenceStartState,
  splitState,
  stateSize,
  wordState
} from "./PhraseAutomaton.ts"
import { PhraseRequirements } from "./PhraseRequirements.ts"
import { type PhraseScanner, scannerOf, type WordStretch } from "./PhraseScanner.ts"
import type { RequirementTables } from "./RequirementTables.ts"
import { requirementsOf } from "./requirementsOf.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import type { VocabularyBuilder } from "./VocabularyBuilder.ts"

export { type ClassifiedTokens, classify } from "./ClassifiedTokens.ts"

/** Words that a phrase matched: indices of tokens, `last` inclusive. */
export interface PhraseMatch {
  readonly first: number
  readonly last: number
}

/**
 * Phrases compiled into one automaton. Its work for a word is bounded by the number of its states, whatever was written before,
 * so that a text takes linear time.
 */
export interface PhraseMatcher {
  /** All matches in the order of their ends, one for each end. */
  readonly match: (text: ClassifiedTokens) => ReadonlyArray<PhraseMatch>
}

interface Thread {
  readonly state: number
  readonly first: number
  /** What may stand before the next word, by `reachNumber`. */
  readonly reach: number
}

const none: ReadonlyArray<PhraseMatch> = []

/** Matches nothing. */
export const noPhrases: PhraseMatcher = { match: () => none }

/** Of the matches with a common end: the one that begins last, which is what a person would mark, or the one that begins first. */
export type Width = "narrowest" | "widest"

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
      built ??= builtOf(program.automaton)
      // To know roughly where matches are is much cheaper than to know where each begins and ends.
      const stretches = built.scanner.stretches(text)
      return stretches.length === 0 ? none : run(built, text, stretches, width)
    }
  }
}

/**
 * The last boundary between words at which a state was entered with a reach; who comes first goes on from it. Boundaries are counted on
 * from text to text, so that nothing needs to be cleared between two messages.
 */
interface Marks {
  readonly entered: Int32Array
  next: number
}

interface Built {
  readonly automaton: PhraseAutomaton
  readonly marks: Marks
  readonly openingsOf: (symbol: number, vocabulary: Vocabulary) => ReadonlyArray<Opening>
  readonly scanner: PhraseScanner
}

/** What the scanner of one matcher remembers at most: there may be hundreds beside each other. */
const mostSteps = 2_000

const builtOf = (automaton: PhraseAutomaton): Built => ({
  automaton,
  marks: { entered: new Int32Array((automaton.states.length / stateSize) * reaches).fill(-1), next: 0 },
  openingsOf: openingsBySymbol(automaton),
  scanner: scannerOf(automaton, mostSteps)
})

const noOpenings: ReadonlyArray<Opening> = []

/** The openings for all classes of a symbol, worked out once for each symbol that texts hold: most have none. */
const openingsBySymbol = (automaton: PhraseAutomaton): Built["openingsOf"] => {
  const openings = openingsByClass(automaton)
  const known: Array<ReadonlyArray<Opening> | undefined> = []
  return (symbol, vocabulary) => {
    const seen = known[symbol]
    if (seen !== undefined) return seen
    const found = vocabulary.classesOf(symbol).flatMap((wordClass) => openings.get(wordClass) ?? noOpenings)
    const kept = found.length === 0 ? noOpenings : found
    known[symbol] = kept
    return kept
  }
}

/** Counting ends well before the largest number that an Int32Array holds. */
const mostBoundaries = 2_000_000_000

const run = (
  { automaton: { states, branches }, marks, openingsOf }: Built,
  { tokens, symbols, ends, vocabulary }: ClassifiedTokens,
  stretches: ReadonlyArray<WordStretch>,
  width: Width
): ReadonlyArray<PhraseMatch> => {
  const matches: Array<PhraseMatch> = []
  if (marks.next > mostBoundaries - tokens.length) {
    marks.entered.fill(-1)
    marks.next = 0
  }
  const { entered, next: base } = marks
  marks.next += tokens.length + 1
  let waiting: Array<Thread> = []
  let following: Array<Thread> = []

  /** `position` is the index of the word after the boundary. */
  const enter = (state: number, first: number, position: number, reach: number): void => {
    if (entered[state * reaches + reach] === base + position) return
    entered[state * reaches + reach] = base + position
    const end = ends[position - 1] ?? 0
    const argument = states[state * stateSize + 1] ?? 0
    const next = states[state * stateSize + 2] ?? 0
    switch (states[state * stateSize]) {
      case wordState:
      case anyState:
        following.push({ state, first, reach })
        return
      case acceptState:
        if (matches.at(-1)?.last !== position - 1) matches.push({ first, last: position - 1 })
        return
      case splitState:
        for (let way = 0; way < argument; way++) enter(branches[next + way] ?? 0, first, position, reach)
        return
      case reachState:
        enter(next, first, position, argument)
        return
      case sentenceStartState:
      case sentenceEndState:
        if ((end & sentenceEnd) !== 0) enter(next, first, position, reach)
        return
      case clauseEndState:
        if ((end & clauseEnd) !== 0) enter(next, first, position, reach)
        return
      case questionState:
        if ((end & questionMark) !== 0) enter(next, first, position, reach)
        return
    }
  }

  const readWord = (position: number): void => {
    const before = position === 0 ? sentenceEnd : (ends[position - 1] ?? 0)
    const needed = (before & sentenceEnd) !== 0 ? 2 : (before & clauseEnd) !== 0 ? 1 : 0
    const classes = vocabulary.classesOf(symbols[position] ?? 0)
    const open = (): void => {
      for (const opening of openingsOf(symbols[position] ?? 0, vocabulary)) {
        if (!opening.sentenceStart || needed === 2) enter(opening.next, position, position + 1, 1)
      }
    }
    // Where two threads meet in a state, the one that came first goes on: the shorter one if the newest are let in first.
    if (width === "narrowest") open()
    for (const thread of waiting) {
      if (thread.reach < needed) continue
      const place = thread.state * stateSize
      const argument = states[place + 1] ?? 0
      if (states[place] === anyState) enter(states[place + 2] ?? 0, thread.first, position + 1, argument)
      else if (classes.includes(argument)) enter(states[place + 2] ?? 0, thread.first, position + 1, 1)
    }
    if (width === "widest") open()
    waiting = following
    following = []
  }

  for (const stretch of stretches) {
    waiting = []
    for (let position = stretch.first; position <= stretch.last; position++) readWord(position)
  }
  return matches
}
