import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "./ClassifiedTokens.ts"
import {
  acceptState,
  anyState,
  clauseEndState,
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
import type { Vocabulary } from "./Vocabulary.ts"

/** Tells which groups of phrases have a match in a text at all, at the price of one look-up for a word. */
export interface PhraseScanner {
  /** The indices of the groups, each once. All texts must have been read with the same vocabulary. */
  readonly scan: (text: WordsOfText) => ReadonlyArray<number>
  /** Where the words of all matches lie, in order: at the edges of a stretch, nothing is begun that goes on behind it. */
  readonly stretches: (text: WordsOfText) => ReadonlyArray<WordStretch>
}

/** What a scanner asks for. */
type WordsOfText = Pick<ClassifiedTokens, "symbols" | "ends" | "vocabulary">

/** Words by their indices, `last` inclusive. */
export interface WordStretch {
  readonly first: number
  readonly last: number
}

/** What the automaton may do next after the words read so far: one of the sets of states that occur in texts. */
interface Situation {
  /** State and reach of every thread: state × `reaches` + reach. */
  readonly threads: ReadonlyArray<number>
  /** Groups that have a match that ends here. */
  readonly groups: ReadonlyArray<number>
  /** What the next word comes after. */
  readonly end: number
  /** By the next word's symbol and what follows it. */
  readonly after: Map<number, Situation>
}

const none: ReadonlyArray<number> = []

/**
 * All groups of an automaton at once, made deterministic as far as texts have needed it. Positions are not followed: where a
 * group has a match, its own matcher tells the words.
 *
 * @param mostSteps so many ways out of situations are remembered; then all are forgotten and learnt again. A text made to be strange
 * costs more for a word, never more memory.
 */
export const scannerOf = (automaton: PhraseAutomaton, mostSteps: number): PhraseScanner => {
  const { states, branches } = automaton
  const openings = openingsByClass(automaton)
  const entered = new Int32Array((states.length / stateSize) * reaches).fill(-1)
  let boundary = 0
  let steps = 0
  let situations = new Map<string, Situation>()
  const begin = (): Situation => ({ threads: none, groups: none, end: sentenceEnd | clauseEnd, after: new Map() })
  let first = begin()

  const step = (from: Situation, symbol: number, end: number, vocabulary: Vocabulary): Situation => {
    boundary += 1
    const threads: Array<number> = []
    const accepted = new Set<number>()
    const enter = (state: number, reach: number): void => {
      if (entered[state * reaches + reach] === boundary) return
      entered[state * reaches + reach] = boundary
      const argument = states[state * stateSize + 1] ?? 0
      const next = states[state * stateSize + 2] ?? 0
      switch (states[state * stateSize]) {
        case wordState:
        case anyState:
          // Nothing can come of a thread that the boundary behind this word stops.
          if (reach >= reachNeededAfter(end)) threads.push(state * reaches + reach)
          return
        case acceptState:
          accepted.add(argument)
          return
        case splitState:
          for (let way = 0; way < argument; way++) enter(branches[next + way] ?? 0, reach)
          return
        case reachState:
          enter(next, argument)
          return
        case sentenceStartState:
        case sentenceEndState:
          if ((end & sentenceEnd) !== 0) enter(next, reach)
          return
        case clauseEndState:
          if ((end & clauseEnd) !== 0) enter(next, reach)
          return
        case questionState:
          if ((end & questionMark) !== 0) enter(next, reach)
          return
      }
    }
    const classes = vocabulary.classesOf(symbol)
    for (const wordClass of classes) {
      for (const opening of openings.get(wordClass) ?? []) {
        if (!opening.sentenceStart || (from.end & sentenceEnd) !== 0) enter(opening.next, 1)
      }
    }
    for (const thread of from.threads) {
      const place = Math.floor(thread / reaches) * stateSize
      const argument = states[place + 1] ?? 0
      if (states[place] === anyState) enter(states[place + 2] ?? 0, argument)
      else if (classes.includes(argument)) enter(states[place + 2] ?? 0, 1)
    }
    threads.sort((one, other) => one - other)
    const groupsHere = accepted.size === 0 ? none : [...accepted].sort((one, other) => one - other)
    const key = `${end}/${threads.join(",")}/${groupsHere.join(",")}`
    const known = situations.get(key)
    if (known !== undefined) return known
    const made: Situation = { threads, groups: groupsHere, end, after: new Map() }
    if (steps <= mostSteps) situations.set(key, made)
    return made
  }

  const forget = (): void => {
    steps = 0
    situations = new Map()
    first = begin()
  }

  /** The situation after one more word; it is remembered as long as there is room. */
  const after = (situation: Situation, symbol: number, end: number, vocabulary: Vocabulary): Situation => {
    const way = wayOf(symbol, end)
    const known = situation.after.get(way)
    if (known !== undefined) return known
    const next = step(situation, symbol, end, vocabulary)
    if (steps <= mostSteps) {
      situation.after.set(way, next)
      steps += 1
    }
    return next
  }

  return {
    scan: ({ symbols, ends, vocabulary }) => {
      if (steps > mostSteps) forget()
      let found: Set<number> | undefined
      let situation = first
      for (let position = 0; position < symbols.length; position++) {
        situation = after(situation, symbols[position] ?? 0, ends[position] ?? 0, vocabulary)
        if (situation.groups.length > 0) {
          found ??= new Set()
          for (const group of situation.groups) found.add(group)
        }
      }
      return found === undefined ? none : [...found]
    },
    stretches: ({ symbols, ends, vocabulary }) => {
      if (steps > mostSteps) forget()
      const found: Array<WordStretch> = []
      let begun = 0
      let last = -1
      let situation = first
      for (let position = 0; position < symbols.length; position++) {
        if (situation.threads.length === 0) {
          if (last >= 0) found.push({ first: begun, last })
          begun = position
          last = -1
        }
        situation = after(situation, symbols[position] ?? 0, ends[position] ?? 0, vocabulary)
        if (situation.groups.length > 0) last = position
      }
      if (last >= 0) found.push({ first: begun, last })
      return found
    }
  }
}
