import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "./ClassifiedTokens.ts"
import type { Phrase } from "./Phrase.ts"
import { buildAutomaton, learnWords, type Opening, type PhraseAutomaton, reachNumber } from "./PhraseAutomaton.ts"
import { PhraseRequirements } from "./PhraseRequirements.ts"
import { type PhraseScanner, scannerOf } from "./PhraseScanner.ts"
import type { Vocabulary } from "./Vocabulary.ts"

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

const nothing: PhraseMatcher = { match: () => none }

/** Of the matches with a common end: the one that begins last, which is what a person would mark, or the one that begins first. */
export type Width = "narrowest" | "widest"

export const compilePhrases = (
  phrases: ReadonlyArray<Phrase>,
  vocabulary: Vocabulary,
  width: Width = "narrowest"
): PhraseMatcher => {
  if (phrases.length === 0) return nothing
  // Most messages ask few matchers for anything: what is not asked is never built. The classes of its words are made known at once.
  learnWords(phrases, vocabulary)
  let requirements: PhraseRequirements | undefined
  let built: Built | undefined
  return {
    match: (text) => {
      requirements ??= new PhraseRequirements(phrases, vocabulary)
      if (!requirements.metBy(text.classes)) return none
      if (built === undefined) {
        const automaton = buildAutomaton([phrases], vocabulary)
        built = {
          automaton,
          marks: { entered: new Int32Array(automaton.states.length * 3).fill(-1), next: 0 },
          openingsOf: openingsBySymbol(automaton, vocabulary),
          scanner: scannerOf(automaton, vocabulary, mostSteps)
        }
      }
      // To know that there is no match is much cheaper than to know where one is.
      return built.scanner.scan(text).length === 0 ? none : run(built, text, width)
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
  readonly openingsOf: (symbol: number) => ReadonlyArray<Opening>
  readonly scanner: PhraseScanner
}

/** What the scanner of one matcher remembers at most. */
const mostSteps = 2_000

const noOpenings: ReadonlyArray<Opening> = []

/** The openings for all classes of a symbol, worked out once for each symbol that texts hold: most have none. */
const openingsBySymbol = (
  { openings }: PhraseAutomaton,
  vocabulary: Vocabulary
): ((symbol: number) => ReadonlyArray<Opening>) => {
  const known: Array<ReadonlyArray<Opening> | undefined> = []
  return (symbol) => {
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
  { automaton: { states }, marks, openingsOf }: Built,
  { tokens, symbols, ends, vocabulary }: ClassifiedTokens,
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
  const enter = (index: number, first: number, position: number, reach: number): void => {
    const state = states[index]
    if (state === undefined || entered[index * 3 + reach] === base + position) return
    entered[index * 3 + reach] = base + position
    const end = ends[position - 1] ?? 0
    switch (state.kind) {
      case "word":
      case "any":
        following.push({ state: index, first, reach })
        return
      case "accept":
        if (matches.at(-1)?.last !== position - 1) matches.push({ first, last: position - 1 })
        return
      case "split":
        for (const next of state.next) enter(next, first, position, reach)
        return
      case "reach":
        enter(state.next, first, position, reachNumber[state.reach])
        return
      case "sentenceStart":
      case "sentenceEnd":
        if ((end & sentenceEnd) !== 0) enter(state.next, first, position, reach)
        return
      case "clauseEnd":
        if ((end & clauseEnd) !== 0) enter(state.next, first, position, reach)
        return
      case "question":
        if ((end & questionMark) !== 0) enter(state.next, first, position, reach)
        return
    }
  }

  for (let position = 0; position < tokens.length; position++) {
    const before = position === 0 ? sentenceEnd : (ends[position - 1] ?? 0)
    const needed = (before & sentenceEnd) !== 0 ? 2 : (before & clauseEnd) !== 0 ? 1 : 0
    const classes = vocabulary.classesOf(symbols[position] ?? 0)
    const open = (): void => {
      for (const opening of openingsOf(symbols[position] ?? 0)) {
        if (!opening.sentenceStart || needed === 2) enter(opening.next, position, position + 1, 1)
      }
    }
    // Where two threads meet in a state, the one that came first goes on: the shorter one if the newest are let in first.
    if (width === "narrowest") open()
    for (const thread of waiting) {
      if (thread.reach < needed) continue
      const state = states[thread.state]
      if (state?.kind === "word" && classes.includes(state.wordClass)) {
        enter(state.next, thread.first, position + 1, 1)
      } else if (state?.kind === "any") {
        enter(state.next, thread.first, position + 1, reachNumber[state.reach])
      }
    }
    if (width === "widest") open()
    waiting = following
    following = []
  }
  return matches
}
