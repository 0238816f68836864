import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "./ClassifiedTokens.ts"
import type { Phrase } from "./Phrase.ts"
import { buildAutomaton, type PhraseAutomaton, reachNumber } from "./PhraseAutomaton.ts"
import type { Vocabulary } from "./Vocabulary.ts"

/** Tells which groups of phrases have a match in a text at all, at the price of one look-up for a word. */
export interface PhraseScanner {
  /** The indices of the groups, each once. */
  readonly scan: (text: ClassifiedTokens) => ReadonlyArray<number>
}

/** What the automaton may do next after the words read so far: one of the sets of states that occur in texts. */
interface Situation {
  /** State and reach of every thread: state × 3 + reach. */
  readonly threads: ReadonlyArray<number>
  /** Groups that have a match that ends here. */
  readonly groups: ReadonlyArray<number>
  /** What the next word comes after. */
  readonly end: number
  /** By the next word's symbol and what follows it. */
  readonly after: Map<number, Situation>
}

/**
 * So many situations with their ways out are remembered; then all are forgotten and learnt again. A text made to be strange
 * costs more for a word, never more memory.
 */
const stepsOfAll = 100_000

const none: ReadonlyArray<number> = []

/**
 * All groups of all rules in one automaton, made deterministic as far as texts have needed it. Positions are not followed: where a
 * group has a match, its own matcher tells the words.
 */
export const compileScanner = (groups: ReadonlyArray<ReadonlyArray<Phrase>>, vocabulary: Vocabulary): PhraseScanner =>
  scannerOf(buildAutomaton(groups, vocabulary), vocabulary, stepsOfAll)

/**
 * Runs an automaton that is built already.
 *
 * @param mostSteps what is remembered at most: there may be hundreds of scanners beside each other.
 */
export const scannerOf = (
  { states, openings }: PhraseAutomaton,
  vocabulary: Vocabulary,
  mostSteps: number
): PhraseScanner => {
  const entered = new Int32Array(states.length * 3).fill(-1)
  let boundary = 0
  let steps = 0
  let situations = new Map<string, Situation>()
  const begin = (): Situation => ({ threads: none, groups: none, end: sentenceEnd | clauseEnd, after: new Map() })
  let first = begin()

  const step = (from: Situation, symbol: number, end: number): Situation => {
    boundary += 1
    const threads: Array<number> = []
    const accepted = new Set<number>()
    const enter = (index: number, reach: number): void => {
      const state = states[index]
      if (state === undefined || entered[index * 3 + reach] === boundary) return
      entered[index * 3 + reach] = boundary
      switch (state.kind) {
        case "word":
        case "any":
          // Nothing can come of a thread that the boundary behind this word stops.
          if (reach >= neededAfter(end)) threads.push(index * 3 + reach)
          return
        case "accept":
          accepted.add(state.group)
          return
        case "split":
          for (const next of state.next) enter(next, reach)
          return
        case "reach":
          enter(state.next, reachNumber[state.reach])
          return
        case "sentenceStart":
        case "sentenceEnd":
          if ((end & sentenceEnd) !== 0) enter(state.next, reach)
          return
        case "clauseEnd":
          if ((end & clauseEnd) !== 0) enter(state.next, reach)
          return
        case "question":
          if ((end & questionMark) !== 0) enter(state.next, reach)
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
      const state = states[Math.floor(thread / 3)]
      if (state?.kind === "word" && classes.includes(state.wordClass)) enter(state.next, 1)
      else if (state?.kind === "any") enter(state.next, reachNumber[state.reach])
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

  return {
    scan: ({ symbols, ends }) => {
      if (steps > mostSteps) forget()
      let found: Set<number> | undefined
      let situation = first
      for (let position = 0; position < symbols.length; position++) {
        const symbol = symbols[position] ?? 0
        const end = ends[position] ?? 0
        const way = symbol * 8 + end
        let next = situation.after.get(way)
        if (next === undefined) {
          next = step(situation, symbol, end)
          if (steps <= mostSteps) {
            situation.after.set(way, next)
            steps += 1
          }
        }
        situation = next
        if (situation.groups.length > 0) {
          found ??= new Set()
          for (const group of situation.groups) found.add(group)
        }
      }
      return found === undefined ? none : [...found]
    }
  }
}

const neededAfter = (end: number): number => ((end & sentenceEnd) !== 0 ? 2 : (end & clauseEnd) !== 0 ? 1 : 0)
