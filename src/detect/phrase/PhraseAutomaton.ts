import { clauseEnd, sentenceEnd } from "./ClassifiedTokens.ts"
import type { Reach } from "./Phrase.ts"

/**
 * Groups of phrases as one automaton that reads words. A word that no phrase begins with leaves it where it is. Its states are numbers in one
 * array, as the largest has tens of thousands of them: so they are read from a file at no price.
 */
export interface PhraseAutomaton {
  /** Three numbers a state: what it does, with what, and the state that follows. */
  readonly states: Int32Array
  /** The states that follow a state with several, side by side: it names how many there are, and the place of the first. */
  readonly branches: Int32Array
  /**
   * The words that begin a match, three numbers each, in the order of their classes: the class, the state that takes the next word, and 1 where
   * the word must be the first of its sentence. A word of none of these classes cannot begin a match.
   */
  readonly openings: Int32Array
}

/** Numbers a state takes. */
export const stateSize = 3

/** Takes a word of a class. */
export const wordState = 0
/** Takes any word within a reach. */
export const anyState = 1
/** Goes on in several ways, as many as its number says. */
export const splitState = 2
/** Widens the reach. */
export const reachState = 3
export const sentenceStartState = 4
export const sentenceEndState = 5
export const clauseEndState = 6
export const questionState = 7
/** Ends a match of a group. */
export const acceptState = 8

/** How far a reach goes, as a number: what a word boundary demands is compared with it. */
export const reachNumber: Readonly<Record<Reach, number>> = { clause: 0, sentence: 1, text: 2 }

/** How many reaches there are. */
export const reaches = 3

/** The least reach that goes on over what follows a word. `end` is as in `ClassifiedTokens.ends`. */
export const reachNeededAfter = (end: number): number =>
  (end & sentenceEnd) !== 0 ? reachNumber.text : (end & clauseEnd) !== 0 ? reachNumber.sentence : reachNumber.clause

/** A word's symbol and what follows it, as one number. */
export const wayOf = (symbol: number, end: number): number => symbol * ends + end

/** What follows a word is any of three bits. */
const ends = 8

/** A state that takes the word after the first of a match. */
export interface Opening {
  readonly next: number
  /** Whether that first word must be the first of its sentence. */
  readonly sentenceStart: boolean
}

/** The openings for each class of words. */
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
