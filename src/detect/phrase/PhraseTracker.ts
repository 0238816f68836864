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

/** The words matched by a phrase: token indices, `last` inclusive. */
export interface PhraseMatch {
  readonly first: number
  readonly last: number
}

/**
 * Which match to report of those with the same end: the one that starts last, as a person would mark it, or the one
 * that starts first.
 */
export type Width = "narrowest" | "widest"

/** The words of a text as read by a tracker; all texts must use the same vocabulary. */
export type WordsOfText = Pick<ClassifiedTokens, "symbols" | "ends" | "vocabulary">

/** Finds the matches of an automaton. */
export interface PhraseTracker {
  /** All matches, one per end, sorted by end. */
  readonly track: (text: WordsOfText) => ReadonlyArray<PhraseMatch>
  /** Whether there is a match. */
  readonly hasMatch: (text: WordsOfText) => boolean
}

/**
 * A state of the determinized automaton: a list of threads, in order of priority. Where two threads met, only the first
 * was kept.
 */
interface Situation {
  /** Per thread, state × `reaches` + reach. */
  readonly threads: ReadonlyArray<number>
  /** What precedes the next word. */
  readonly end: number
  /** The transitions, by the letter of the next word and what follows it. */
  readonly after: Map<number, Step>
}

interface Step {
  readonly to: Situation
  /** Per thread, the index of the thread before the word that it continues; `thisWord` if it starts here. */
  readonly origins: Int32Array
  /** The origin of the match that ends here; `noMatch` if there is none. */
  readonly matched: number
}

const thisWord = -1
const noMatch = -2

/**
 * Follows phrases word by word. The effect of a word on the threads is computed once and cached; each thread also knows
 * the word at which it started.
 */
export const trackerOf = (automaton: PhraseAutomaton, width: Width): PhraseTracker => {
  const { states, branches } = automaton
  const openings = openingsByClass(automaton)
  const alphabet = new Alphabet(automaton)
  /** Per state and reach, the last step that entered it: the first thread to enter it wins. */
  const entered = new Int32Array((states.length / stateSize) * reaches).fill(-1)
  let steps = 0
  let generation = stepMemory.generation
  let situations = new Map<string, Situation>()
  /** The situations without threads, by what precedes the next word. */
  let beginnings: Array<Situation | undefined> = []
  /** Buffers for the first words of the threads before and after a word, reused across texts. */
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
          // The boundary after this word stops the thread.
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
    // Where two threads enter the same state, the first one wins: letting the newest in first yields the shortest
    // match.
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

  /**
   * The effect of a word; undefined if it has none, as for most words, which are read without threads and start none.
   */
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

/** Well below the maximum of an Int32Array. */
const mostSteps = 2_000_000_000
