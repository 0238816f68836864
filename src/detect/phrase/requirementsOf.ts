import { packLists } from "./NumberLists.ts"
import { crossesSentences, type Phrase } from "./Phrase.ts"
import { needsAll, type RequirementTables, requirementOfClass } from "./RequirementTables.ts"
import type { VocabularyBuilder } from "./VocabularyBuilder.ts"

/** Computes the requirements of groups of phrases. */
export const requirementsOf = (
  groups: ReadonlyArray<ReadonlyArray<Phrase>>,
  words: VocabularyBuilder
): RequirementTables => {
  const packer = new RequirementPacker()
  const each: Array<{ readonly requirement: number; readonly group: number; readonly crossing: boolean }> = []
  const always: Array<number> = []
  for (const [group, phrases] of groups.entries()) {
    const needed = phrases.flatMap((phrase) => {
      const crossing = crossesSentences(phrase)
      return alternatives(requirementOf(phrase, words)).map((requirement) => ({ requirement, crossing }))
    })
    if (needed.some(({ requirement }) => demandsNothing(requirement))) {
      always.push(group)
      continue
    }
    const crossings = new Map<number, boolean>()
    for (const { requirement, crossing } of needed) {
      const number = packer.numberOf(requirement)
      crossings.set(number, crossing || crossings.get(number) === true)
    }
    for (const [requirement, crossing] of crossings) each.push({ requirement, group, crossing })
  }
  return {
    each: Int32Array.from(each, ({ requirement }) => requirement),
    groups: Int32Array.from(each, ({ group }) => group),
    crossing: Uint8Array.from(each, ({ crossing }) => (crossing ? 1 : 0)),
    always,
    kinds: Uint8Array.from(packer.kinds),
    parts: packLists(packer.parts)
  }
}

type Requirement = OneClass | Several

interface OneClass {
  readonly kind: "class"
  readonly wordClass: number
  /** An estimate of the share of texts that meet it, from 0 to 1. */
  readonly frequency: number
}

interface Several {
  readonly kind: "any" | "all"
  readonly of: ReadonlyArray<Requirement>
  readonly frequency: number
}

/** Numbers requirements, with the same number for equal ones. */
class RequirementPacker {
  readonly kinds: Array<number> = []
  readonly parts: Array<ReadonlyArray<number>> = []
  private readonly numbers = new Map<Requirement, number>()
  private readonly same = new Map<string, number>()

  numberOf(requirement: Requirement): number {
    if (requirement.kind === "class") return requirementOfClass(requirement.wordClass)
    const known = this.numbers.get(requirement)
    if (known !== undefined) return known
    const parts = requirement.of.map((part) => this.numberOf(part))
    const kind = requirement.kind === "all" ? needsAll : 0
    const key = `${kind} ${parts.join(" ")}`
    const number = this.same.get(key) ?? this.parts.push(parts) - 1
    this.kinds[number] = kind
    this.same.set(key, number)
    this.numbers.set(requirement, number)
    return number
  }
}

const demandsNothing = (requirement: Requirement): boolean => requirement.kind === "all" && requirement.of.length === 0

const alternatives = (requirement: Requirement): ReadonlyArray<Requirement> =>
  requirement.kind === "any" ? requirement.of.flatMap(alternatives) : [requirement]

const several = (kind: "any" | "all", of: ReadonlyArray<Requirement>): Several => {
  const frequency =
    kind === "any"
      ? of.reduce((sum, one) => sum + one.frequency, 0)
      : of.reduce((least, one) => Math.min(least, one.frequency), 1)
  return { kind, of, frequency }
}

const nothing: Requirement = several("all", [])

const oneClass = (wordClass: number, words: VocabularyBuilder): OneClass => ({
  kind: "class",
  wordClass,
  frequency: words.frequencyOf(wordClass)
})

const requirementOf = (phrase: Phrase, words: VocabularyBuilder): Requirement => {
  switch (phrase.kind) {
    case "word":
      return oneClass(words.classOf([phrase.literal]), words)
    case "contact":
      return oneClass(words.contactClasses(phrase.contact).first, words)
    case "sequence":
      return all(phrase.parts.map((part) => requirementOf(part, words)))
    case "alternatives":
      return ofAlternatives(phrase, words)
    default:
      return nothing
  }
}

const all = (requirements: ReadonlyArray<Requirement>): Requirement => {
  const needed = requirements
    .filter((requirement) => !demandsNothing(requirement))
    .sort((one, other) => one.frequency - other.frequency)
  const [only] = needed
  return only !== undefined && needed.length === 1 ? only : several("all", needed)
}

const any = (requirements: ReadonlyArray<Requirement>): Requirement => {
  const [only] = requirements
  if (requirements.some(demandsNothing)) return nothing
  return only !== undefined && requirements.length === 1 ? only : several("any", requirements)
}

type Alternatives = Extract<Phrase, { readonly kind: "alternatives" }>

/** The requirements of word lists by vocabulary, computed once, as many phrases share a list. */
const known = new WeakMap<VocabularyBuilder, WeakMap<Phrase, Requirement>>()

const ofAlternatives = (phrase: Alternatives, words: VocabularyBuilder): Requirement => {
  const ofVocabulary = known.get(words) ?? new WeakMap<Phrase, Requirement>()
  known.set(words, ofVocabulary)
  const seen = ofVocabulary.get(phrase)
  if (seen !== undefined) return seen
  const { literals, others } = phrase
  const single: ReadonlyArray<Requirement> = literals.length === 0 ? [] : [oneClass(words.classOf(literals), words)]
  const requirement = any([...single, ...others.map((option) => requirementOf(option, words))])
  ofVocabulary.set(phrase, requirement)
  return requirement
}
