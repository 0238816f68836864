import { clauseEnd, sentenceEnd } from "./ClassifiedTokens.ts"
import type { Reach } from "./Phrase.ts"

/**
 * Groups of phrases compiled into one automaton over words. The states are numbers in one array, because the largest
 * automaton has tens of thousands and is loaded from a file without parsing.
 */
export interface PhraseAutomaton {
  /** Three numbers per state: its kind, its argument and its successor. */
  readonly states: Int32Array
  /**
   * The successors of the split states, concatenated. A split state has their number as its argument and the index of
   * the first as its successor.
   */
  readonly branches: Int32Array
  /**
   * The words that start a match, as three numbers sorted by class: the class, the state that reads the next word, and
   * 1 if the word must be the first of its sentence. No match starts with a word of another class.
   */
  readonly openings: Int32Array
}

/** The count of numbers per state. */
export const stateSize = 3

/** Reads a word of a class. */
export const wordState = 0
/** Reads any word within a reach. */
export const anyState = 1
/** Continues in as many states as its argument says. */
export const splitState = 2
/** Sets the reach. */
export const reachState = 3
export const sentenceStartState = 4
export const sentenceEndState = 5
export const clauseEndState = 6
export const questionState = 7
/** Accepts a match of a group. */
export const acceptState = 8

/** Reaches as ordered numbers, to be compared with what a word boundary requires. */
export const reachNumber: Readonly<Record<Reach, number>> = { clause: 0, sentence: 1, text: 2 }

/** The number of reaches. */
export const reaches = 3

/** The minimum reach that continues past what follows a word; `end` is an element of `ClassifiedTokens.ends`. */
export const reachNeededAfter = (end: number): number => {
  if ((end & sentenceEnd) !== 0) return reachNumber.text
  return (end & clauseEnd) !== 0 ? reachNumber.sentence : reachNumber.clause
}

/** Combines a symbol and what follows its word in one number. */
export const wayOf = (symbol: number, end: number): number => symbol * ends + end

/** The number of combinations of the three bits for what follows a word. */
const ends = 8

/** A state that reads the second word of a match. */
export interface Opening {
  readonly next: number
  /** Whether the first word must be the first of its sentence. */
  readonly sentenceStart: boolean
}

/** The openings by word class. */
export const openingsByClass = ({ openings }: PhraseAutomaton): ReadonlyMap<number, ReadonlyArray<Opening>> => {
  const byClass = new Map<number, Array<Opening>>()
  for (let index = 0; index < openings.length; index += 3) {
    const wordClass = openings[index] ?? 0
    const opening: Opening = { next: openings[index + 1] ?? 0, sentenceStart: openings[index + 2] === 1 }
    const others = byClass.get(wordClass)
    if (others === undefined) byClass.set(wordClass, [opening])
    else others.push(opening)
  }
  return byClass
}
