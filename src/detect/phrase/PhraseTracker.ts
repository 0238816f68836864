import { Alphabet, otherLetter } from "./Alphabet.ts"
import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "./ClassifiedTokens.ts"
import {
  acceptState,
  anyState,
  clauseEndState,
  type Opening,
  openingsByClass,
  type PhraseAutomaton,
  questionState,
  reaches,
  reachNeededAfter,
  reachState,
  sentenceEndState,
  sentenceStartState,
  splitState,
  stateSize,
  wayOf,
  wordState
} from "./PhraseAutomaton.ts"
import { stepMemory } from "./StepMemory.ts"

/** Words that a phrase matched: indices of tokens, `last` inclusive. */
export interface PhraseMatch {
  readonly first: number
  readonly last: number
}

/** Of the matches with a common end: the one that begins last, which is what a person would mark, or the one that begins first. */
export type Width = "narrowest" | "widest"

/** A text's words as a tracker reads them; all texts must have been read with the same vocabulary. */
export type WordsOfText = Pick<ClassifiedTokens, "symbols" | "ends" | "vocabulary">

/** Tells where the phrases of an automaton match. */
export interface PhraseTracker {
  /** All matches in the order of their ends, one for each end. */
  readonly track: (text: WordsOfText) => ReadonlyArray<PhraseMatch>
  /** Whether there is any. */
  readonly hasMatch: (text: WordsOfText) => boolean
}

/** What the automaton may do next: one of the lists of threads that occur in texts. Where two threads met, the first of the list went on. */
interface Situation {
  /** State and reach of every thread: state × `reaches` + reach. */
  readonly threads: ReadonlyArray<number>
  /** What the next word comes after. */
  readonly end: number
  /** By the next word's letter and what follows it. */
  readonly after: Map<number, Step>
}

interface Step {
  readonly to: Situation
  /** Of every thread, the one before the word that it goes on from, by its index; `thisWord` where it begins. */
  readonly origins: Int32Array
  /** The same for the match that ends here; `noMatch` where none does. */
  readonly matched: number
}

const thisWord = -1
const noMatch = -2

/**
 * Follows the phrases word by word. What a word does to the threads is worked out once and remembered; each thread also knows the word that it
 * began with.
 */
export const trackerOf = (automaton: PhraseAutomaton, width: Width): PhraseTracker => {
  const { states, branches } = automaton
  const openings = openingsByClass(automaton)
  const alphabet = new Alphabet(automaton)
  /** The last step in which a state was entered with a reach: who comes first goes on from it. */
  const entered = new Int32Array((states.length / stateSize) * reaches).fill(-1)
  let steps = 0
  let generation = stepMemory.generation
  let situations = new Map<string, Situation>()
  /** The situations in which nothing is begun, by what the next word comes after. */
  let beginnings: Array<Situation | undefined> = []
  /** Room for the first words of the threads before and after a word; it is used again for the next text. */
  let firstsBefore = new Int32Array(16)
  let firstsAfter = new Int32Array(16)

  const learn = (from: Situation, letter: number, end: number): Step => {
    steps += 1
    const threads: Array<number> = []
    const origins: Array<number> = []
    let matched = noMatch
    const enter = (state: number, reach: number, origin: number): void => {
      if (entered[state * reaches + reach] === steps) return
      entered[state * reaches + reach] = steps
      const argument = states[state * stateSize + 1] ?? 0
      const next = states[state * stateSize + 2] ?? 0
      switch (states[state * stateSize]) {
        case wordState:
        case anyState:
          // Nothing can come of a thread that the boundary behind this word stops.
          if (reach < reachNeededAfter(end)) return
          threads.push(state * reaches + reach)
          origins.push(origin)
          return
        case acceptState:
          if (matched === noMatch) matched = origin
          return
        case splitState:
          for (let way = 0; way < argument; way++) enter(branches[next + way] ?? 0, reach, origin)
          return
        case reachState:
          enter(next, argument, origin)
          return
        case sentenceStartState:
        case sentenceEndState:
          if ((end & sentenceEnd) !== 0) enter(next, reach, origin)
          return
        case clauseEndState:
          if ((end & clauseEnd) !== 0) enter(next, reach, origin)
          return
        case questionState:
          if ((end & questionMark) !== 0) enter(next, reach, origin)
          return
      }
    }
    const classes = alphabet.classesOf(letter)
    const open = (): void => {
      for (const wordClass of classes) {
        for (const opening of openings.get(wordClass) ?? none) {
          if (!opening.sentenceStart || (from.end & sentenceEnd) !== 0) enter(opening.next, 1, thisWord)
        }
      }
    }
    // Where two threads meet in a state, the one that came first goes on: the shorter one if the newest are let in first.
    if (width === "narrowest") open()
    for (const [origin, thread] of from.threads.entries()) {
      const place = Math.floor(thread / reaches) * stateSize
      const argument = states[place + 1] ?? 0
      if (states[place] === anyState) enter(states[place + 2] ?? 0, argument, origin)
      else if (classes.includes(argument)) enter(states[place + 2] ?? 0, 1, origin)
    }
    if (width === "widest") open()
    const step = { to: situationOf(threads, end), origins: Int32Array.from(origins), matched }
    stepMemory.take(threads.length)
    if (generation === stepMemory.generation) from.after.set(wayOf(letter, end), step)
    return step
  }

  const situationOf = (threads: ReadonlyArray<number>, end: number): Situation => {
    if (threads.length === 0) return beginningAfter(end)
    const key = `${end}/${threads.join(",")}`
    const known = situations.get(key)
    if (known !== undefined) return known
    const made = { threads, end, after: new Map() }
    if (generation === stepMemory.generation) situations.set(key, made)
    return made
  }

  const beginningAfter = (end: number): Situation => {
    const beginning = beginnings[end] ?? { threads: [], end, after: new Map() }
    beginnings[end] = beginning
    return beginning
  }

  const forget = (): void => {
    generation = stepMemory.generation
    situations = new Map()
    beginnings = []
    // The steps are counted in an Int32Array.
    if (steps > mostSteps) {
      entered.fill(-1)
      steps = 0
    }
  }

  /** What a word does, unless it does nothing: most words stand where nothing is begun, and begin nothing. */
  const stepAfter = (situation: Situation, letter: number, end: number): Step | undefined =>
    letter === otherLetter && situation.threads.length === 0
      ? undefined
      : (situation.after.get(wayOf(letter, end)) ?? learn(situation, letter, end))

  return {
    track: ({ symbols, ends, vocabulary }) => {
      if (generation !== stepMemory.generation) forget()
      const matches: Array<PhraseMatch> = []
      let firsts = firstsBefore
      let following = firstsAfter
      let situation = beginningAfter(sentenceEnd)
      for (let position = 0; position < symbols.length; position++) {
        const end = ends[position] ?? 0
        const step = stepAfter(situation, alphabet.letterOf(symbols[position] ?? 0, vocabulary), end)
        if (step === undefined) {
          situation = beginningAfter(end)
          continue
        }
        const { to, origins, matched } = step
        if (origins.length > following.length) following = new Int32Array(origins.length * 2)
        for (let thread = 0; thread < origins.length; thread++) {
          const origin = origins[thread] ?? thisWord
          following[thread] = origin === thisWord ? position : (firsts[origin] ?? position)
        }
        if (matched !== noMatch) {
          matches.push({ first: matched === thisWord ? position : (firsts[matched] ?? position), last: position })
        }
        const before = firsts
        firsts = following
        following = before
        situation = to
      }
      firstsBefore = firsts
      firstsAfter = following
      return matches
    },
    hasMatch: ({ symbols, ends, vocabulary }) => {
      if (generation !== stepMemory.generation) forget()
      let situation = beginningAfter(sentenceEnd)
      for (let position = 0; position < symbols.length; position++) {
        const end = ends[position] ?? 0
        const step = stepAfter(situation, alphabet.letterOf(symbols[position] ?? 0, vocabulary), end)
        if (step !== undefined && step.matched !== noMatch) return true
        situation = step === undefined ? beginningAfter(end) : step.to
      }
      return false
    }
  }
}

const none: ReadonlyArray<Opening> = []

/** Well before the largest number that an Int32Array holds. */
const mostSteps = 2_000_000_000
