import type { ContactKind } from "../ContactKind.ts"
import type { Phrase } from "./Phrase.ts"
import {
  acceptState,
  anyState,
  clauseEndState,
  type PhraseAutomaton,
  questionState,
  reachNumber,
  reachState,
  sentenceEndState,
  sentenceStartState,
  splitState,
  stateSize,
  wordState
} from "./PhraseAutomaton.ts"
import type { VocabularyBuilder } from "./VocabularyBuilder.ts"

/** Compiles groups of phrases into one automaton. The argument of an accepting state is the index of its group. */
export const buildAutomaton = (
  groups: ReadonlyArray<ReadonlyArray<Phrase>>,
  words: VocabularyBuilder
): PhraseAutomaton => {
  const builder = new AutomatonBuilder(words)
  const starts = groups.flatMap((phrases, group) => {
    const accept = builder.add(acceptState, group, 0)
    return phrases.map((phrase) => builder.compile(phrase, accept))
  })
  const states = Int32Array.from(builder.states)
  const branches = Int32Array.from(builder.branches)
  return { states, branches, openings: openingsOf(states, branches, starts) }
}

const boundaries = {
  sentenceStart: sentenceStartState,
  sentenceEnd: sentenceEndState,
  clauseEnd: clauseEndState,
  question: questionState
} as const

/** Merges equal states with equal successors, so that the common end of many wordings exists only once. */
class AutomatonBuilder {
  readonly states: Array<number> = []
  readonly branches: Array<number> = []
  private readonly words: VocabularyBuilder
  /** States by kind, argument and successor. */
  private readonly same = new Map<string, number>()
  /** The first states of word lists, by list and successor. */
  private readonly lists = new Map<Phrase, Map<number, number>>()

  constructor(words: VocabularyBuilder) {
    this.words = words
  }

  add(kind: number, argument: number, next: number): number {
    return this.once(`${kind} ${argument} ${next}`, () => this.push(kind, argument, next))
  }

  /** Adds the states of `phrase` that lead to `next`, and returns the first of them. */
  compile(phrase: Phrase, next: number): number {
    switch (phrase.kind) {
      case "word":
        return this.add(wordState, this.words.classOf([phrase.literal]), next)
      case "contact":
        return this.contact(phrase.contact, next)
      case "sequence":
        return phrase.parts.reduceRight((following, part) => this.compile(part, following), next)
      case "optional":
        return this.split([this.compile(phrase.part, next), next])
      case "alternatives":
        return this.alternatives(phrase, next)
      case "gap": {
        const { most } = phrase
        const reach = reachNumber[phrase.reach]
        let following = next
        for (let words = 0; words < most; words++) following = this.split([this.add(anyState, reach, following), next])
        return this.add(reachState, reach, following)
      }
      default:
        return this.add(boundaries[phrase.kind], 0, next)
    }
  }

  private alternatives(phrase: Extract<Phrase, { readonly kind: "alternatives" }>, next: number): number {
    const byNext = this.lists.get(phrase) ?? new Map<number, number>()
    this.lists.set(phrase, byNext)
    const known = byNext.get(next)
    if (known !== undefined) return known
    const { literals, others } = phrase
    const starts = others.map((option) => this.compile(option, next))
    if (literals.length > 0) starts.push(this.add(wordState, this.words.classOf(literals), next))
    const first = this.split(starts)
    byNext.set(next, first)
    return first
  }

  /** One first word and any number of further ones. */
  private contact(kind: ContactKind, next: number): number {
    const { first, further } = this.words.contactClasses(kind)
    const round = this.once(`${kind} ${next}`, () => {
      const place = this.branches.push(next, 0) - 2
      const split = this.push(splitState, 2, place)
      this.branches[place + 1] = this.add(wordState, further, split)
      return split
    })
    return this.add(wordState, first, round)
  }

  private split(ways: ReadonlyArray<number>): number {
    const different = [...new Set(ways)]
    const [only] = different
    if (only !== undefined && different.length === 1) return only
    return this.once(`or ${different.join(" ")}`, () =>
      this.push(splitState, different.length, this.branches.push(...different) - different.length)
    )
  }

  private once(key: string, make: () => number): number {
    const known = this.same.get(key)
    if (known !== undefined) return known
    const made = make()
    this.same.set(key, made)
    return made
  }

  private push(kind: number, argument: number, next: number): number {
    return this.states.push(kind, argument, next) / stateSize - 1
  }
}

const openingsOf = (states: Int32Array, branches: Int32Array, starts: ReadonlyArray<number>): Int32Array => {
  const openings: Array<readonly [wordClass: number, next: number, sentenceStart: number]> = []
  const visited = new Set<number>()
  const visit = (state: number, sentenceStart: number): void => {
    const key = state * 2 + sentenceStart
    if (visited.has(key)) return
    visited.add(key)
    const argument = states[state * stateSize + 1] ?? 0
    const next = states[state * stateSize + 2] ?? 0
    switch (states[state * stateSize]) {
      case wordState:
        openings.push([argument, next, sentenceStart])
        return
      case splitState:
        for (let way = 0; way < argument; way++) visit(branches[next + way] ?? 0, sentenceStart)
        return
      case sentenceStartState:
        visit(next, 1)
        return
    }
  }
  for (const start of starts) visit(start, 0)
  return Int32Array.from(openings.sort(([one], [other]) => one - other).flat())
}
