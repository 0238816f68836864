import type { Token } from "../text/Token.ts"
import type { Phrase } from "./Phrase.ts"
import type { Literal, Vocabulary } from "./Vocabulary.ts"

/** A message's words with the classes of each, ready for any number of matchers. */
export interface ClassifiedTokens {
  readonly tokens: ReadonlyArray<Token>
  readonly classes: ReadonlyArray<ReadonlyArray<number>>
}

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
  /** All matches in the order of their ends; of those with a common end, the one that begins last. */
  readonly match: (text: ClassifiedTokens) => ReadonlyArray<PhraseMatch>
}

export const classify = (tokens: ReadonlyArray<Token>, vocabulary: Vocabulary): ClassifiedTokens => ({
  tokens,
  classes: tokens.map((token) => vocabulary.classesOf(token.word))
})

type State =
  | { readonly kind: "word"; readonly wordClass: number; readonly next: number }
  | { readonly kind: "any"; readonly across: boolean; readonly next: number }
  | { readonly kind: "split"; readonly next: ReadonlyArray<number> }
  | { readonly kind: "across"; readonly next: number }
  | { readonly kind: "sentenceStart"; readonly next: number }
  | { readonly kind: "sentenceEnd"; readonly next: number }
  | { readonly kind: "question"; readonly next: number }
  | { readonly kind: "accept" }

interface Thread {
  readonly state: number
  readonly first: number
  /** Whether the next word may stand in the next sentence. */
  readonly across: boolean
}

const nothing: PhraseMatcher = { match: () => [] }

export const compilePhrases = (phrases: ReadonlyArray<Phrase>, vocabulary: Vocabulary): PhraseMatcher => {
  if (phrases.length === 0) return nothing
  const states: Array<State> = []
  const add = (state: State): number => states.push(state) - 1
  const accept = add({ kind: "accept" })
  const initial = add({ kind: "split", next: phrases.map((phrase) => compile(phrase, accept, add, vocabulary)) })
  const openings = openingsOf(states, initial)
  return { match: (text) => run(states, openings, text) }
}

/** Adds the states of `phrase` that lead to `next`, and gives the first of them. */
const compile = (phrase: Phrase, next: number, add: (state: State) => number, vocabulary: Vocabulary): number => {
  switch (phrase.kind) {
    case "word":
      return add({ kind: "word", wordClass: vocabulary.classOf([phrase.literal]), next })
    case "sequence":
      return phrase.parts.reduceRight((following, part) => compile(part, following, add, vocabulary), next)
    case "optional":
      return add({ kind: "split", next: [compile(phrase.part, next, add, vocabulary), next] })
    case "alternatives": {
      const options = flatOptions(phrase.options)
      const literals = options.flatMap(
        (option): ReadonlyArray<Literal> => (option.kind === "word" ? [option.literal] : [])
      )
      const starts = options
        .filter((option) => option.kind !== "word")
        .map((option) => compile(option, next, add, vocabulary))
      if (literals.length > 0) starts.push(add({ kind: "word", wordClass: vocabulary.classOf(literals), next }))
      const [only] = starts
      return only !== undefined && starts.length === 1 ? only : add({ kind: "split", next: starts })
    }
    case "gap": {
      let following = next
      for (let words = 0; words < phrase.most; words++) {
        following = add({ kind: "split", next: [add({ kind: "any", across: phrase.across, next: following }), next] })
      }
      return phrase.across ? add({ kind: "across", next: following }) : following
    }
    default:
      return add({ kind: phrase.kind, next })
  }
}

const flatOptions = (options: ReadonlyArray<Phrase>): ReadonlyArray<Phrase> =>
  options.flatMap((option) => (option.kind === "alternatives" ? flatOptions(option.options) : [option]))

/** A state that takes the first word of a match. */
interface Opening {
  readonly next: number
  /** Whether that word must be the first of its sentence. */
  readonly sentenceStart: boolean
}

/** The openings for each class of words. A word of none of these classes cannot begin a match. */
const openingsOf = (states: ReadonlyArray<State>, initial: number): ReadonlyMap<number, ReadonlyArray<Opening>> => {
  const openings = new Map<number, Array<Opening>>()
  const visited = new Set<string>()
  const visit = (index: number, sentenceStart: boolean): void => {
    const state = states[index]
    const key = `${index} ${sentenceStart}`
    if (visited.has(key)) return
    visited.add(key)
    if (state?.kind === "word") {
      const others = openings.get(state.wordClass) ?? []
      openings.set(state.wordClass, [...others, { next: state.next, sentenceStart }])
    } else if (state?.kind === "split") for (const next of state.next) visit(next, sentenceStart)
    else if (state?.kind === "sentenceStart") visit(state.next, true)
  }
  visit(initial, false)
  return openings
}

const run = (
  states: ReadonlyArray<State>,
  openings: ReadonlyMap<number, ReadonlyArray<Opening>>,
  { tokens, classes }: ClassifiedTokens
): ReadonlyArray<PhraseMatch> => {
  const matches: Array<PhraseMatch> = []
  /** The last boundary between words at which a state was entered; who comes first into a state goes on from it. */
  const entered = new Int32Array(states.length).fill(-1)
  let waiting: Array<Thread> = []
  let following: Array<Thread> = []

  const startsSentence = (position: number): boolean => tokens[position - 1]?.sentence !== tokens[position]?.sentence

  const enter = (index: number, first: number, position: number, across: boolean): void => {
    const state = states[index]
    if (state === undefined || entered[index] === position) return
    entered[index] = position
    switch (state.kind) {
      case "word":
      case "any":
        following.push({ state: index, first, across })
        return
      case "accept":
        matches.push({ first, last: position - 1 })
        return
      case "split":
        for (const next of state.next) enter(next, first, position, across)
        return
      case "across":
        enter(state.next, first, position, true)
        return
      case "sentenceStart":
      case "sentenceEnd":
        if (startsSentence(position)) enter(state.next, first, position, across)
        return
      case "question":
        if (tokens[position - 1]?.question) enter(state.next, first, position, across)
        return
    }
  }

  for (let position = 0; position < tokens.length; position++) {
    const wordClasses = classes[position] ?? []
    // The match that begins at this very word comes first: where two meet in a state, the shorter one goes on.
    for (const wordClass of wordClasses) {
      for (const opening of openings.get(wordClass) ?? []) {
        if (!opening.sentenceStart || startsSentence(position)) enter(opening.next, position, position + 1, false)
      }
    }
    const newSentence = startsSentence(position)
    for (const thread of waiting) {
      const state = states[thread.state]
      if (newSentence && !thread.across) continue
      if (state?.kind === "word" && wordClasses.includes(state.wordClass)) {
        enter(state.next, thread.first, position + 1, false)
      } else if (state?.kind === "any") {
        enter(state.next, thread.first, position + 1, state.across)
      }
    }
    waiting = following
    following = []
  }
  return matches
}
