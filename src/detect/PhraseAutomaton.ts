import type { Phrase, Reach } from "./Phrase.ts"
import type { Vocabulary } from "./Vocabulary.ts"

/** A state of an automaton that reads words. `next` are indices of states. */
export type State =
  | { readonly kind: "word"; readonly wordClass: number; readonly next: number }
  | { readonly kind: "any"; readonly reach: Reach; readonly next: number }
  | { readonly kind: "split"; readonly next: ReadonlyArray<number> }
  | { readonly kind: "reach"; readonly reach: Reach; readonly next: number }
  | { readonly kind: "sentenceStart"; readonly next: number }
  | { readonly kind: "sentenceEnd"; readonly next: number }
  | { readonly kind: "clauseEnd"; readonly next: number }
  | { readonly kind: "question"; readonly next: number }
  | { readonly kind: "accept"; readonly group: number }

/** Groups of phrases as one automaton. A word that no phrase begins with leaves it where it is. */
export interface PhraseAutomaton {
  readonly states: ReadonlyArray<State>
  /** The openings for each class of words. A word of none of these classes cannot begin a match. */
  readonly openings: ReadonlyMap<number, ReadonlyArray<Opening>>
}

/** A state that takes the first word of a match. */
export interface Opening {
  readonly next: number
  /** Whether that word must be the first of its sentence. */
  readonly sentenceStart: boolean
}

export const buildAutomaton = (
  groups: ReadonlyArray<ReadonlyArray<Phrase>>,
  vocabulary: Vocabulary
): PhraseAutomaton => {
  const states: Array<State> = []
  const add = (state: State): number => states.push(state) - 1
  const starts = groups.flatMap((phrases, group) => {
    const accept = add({ kind: "accept", group })
    return phrases.map((phrase) => compile(phrase, accept, add, vocabulary))
  })
  return { states, openings: openingsOf(states, starts) }
}

/** The lists of words that a vocabulary has learnt: most phrases name lists that other phrases name too. */
const learnt = new WeakMap<Vocabulary, WeakSet<Phrase>>()

/** Makes the words of the phrases known to the vocabulary, so that texts read before an automaton is built fit it. */
export const learnWords = (phrases: ReadonlyArray<Phrase>, vocabulary: Vocabulary): void => {
  const seen = learnt.get(vocabulary) ?? new WeakSet()
  learnt.set(vocabulary, seen)
  const learn = (phrase: Phrase): void => {
    switch (phrase.kind) {
      case "word":
        vocabulary.classOf([phrase.literal])
        return
      case "sequence":
        for (const part of phrase.parts) learn(part)
        return
      case "optional":
        learn(phrase.part)
        return
      case "alternatives": {
        if (seen.has(phrase)) return
        seen.add(phrase)
        const { literals, others } = phrase
        for (const option of others) learn(option)
        if (literals.length > 0) vocabulary.classOf(literals)
        return
      }
      default:
        return
    }
  }
  for (const phrase of phrases) learn(phrase)
}

/** Adds the states of `phrase` that lead to `next`, and gives the first of them. */
const compile = (phrase: Phrase, next: number, add: (state: State) => number, vocabulary: Vocabulary): number => {
  switch (phrase.kind) {
    case "word":
      return add({ kind: "word", wordClass: vocabulary.classOf([phrase.literal]), next })
    case "contact": {
      const { first, further } = vocabulary.contactClasses(phrase.contact)
      const round: Array<number> = [next]
      const split = add({ kind: "split", next: round })
      round.push(add({ kind: "word", wordClass: further, next: split }))
      return add({ kind: "word", wordClass: first, next: split })
    }
    case "sequence":
      return phrase.parts.reduceRight((following, part) => compile(part, following, add, vocabulary), next)
    case "optional":
      return add({ kind: "split", next: [compile(phrase.part, next, add, vocabulary), next] })
    case "alternatives": {
      const { literals, others } = phrase
      const starts = others.map((option) => compile(option, next, add, vocabulary))
      if (literals.length > 0) starts.push(add({ kind: "word", wordClass: vocabulary.classOf(literals), next }))
      const [only] = starts
      return only !== undefined && starts.length === 1 ? only : add({ kind: "split", next: starts })
    }
    case "gap": {
      const { most, reach } = phrase
      let following = next
      for (let words = 0; words < most; words++) {
        following = add({ kind: "split", next: [add({ kind: "any", reach, next: following }), next] })
      }
      return add({ kind: "reach", reach, next: following })
    }
    default:
      return add({ kind: phrase.kind, next })
  }
}

const openingsOf = (
  states: ReadonlyArray<State>,
  starts: ReadonlyArray<number>
): ReadonlyMap<number, ReadonlyArray<Opening>> => {
  const openings = new Map<number, Array<Opening>>()
  const visited = new Set<number>()
  const visit = (index: number, sentenceStart: boolean): void => {
    const state = states[index]
    const key = index * 2 + (sentenceStart ? 1 : 0)
    if (visited.has(key)) return
    visited.add(key)
    if (state?.kind === "word") {
      const others = openings.get(state.wordClass)
      if (others === undefined) openings.set(state.wordClass, [{ next: state.next, sentenceStart }])
      else others.push({ next: state.next, sentenceStart })
    } else if (state?.kind === "split") for (const next of state.next) visit(next, sentenceStart)
    else if (state?.kind === "sentenceStart") visit(state.next, true)
  }
  for (const start of starts) visit(start, false)
  return openings
}

/** How far a reach goes, as a number: what a word boundary demands is compared with it. */
export const reachNumber = { clause: 0, sentence: 1, text: 2 } as const
