import type { Phrase } from "./Phrase.ts"
import type { Vocabulary } from "./Vocabulary.ts"
import type { WordClasses } from "./WordClasses.ts"

/** What words a text must hold for a phrase to match it, wherever they stand. `all` of nothing demands nothing. */
export type Requirement = OneClass | Several

interface OneClass {
  readonly kind: "class"
  readonly wordClass: number
  /** A guess at the share of texts that meet it, from 0 to 1. */
  readonly frequency: number
}

interface Several {
  readonly kind: "any" | "all"
  /** Of all, the rarest comes first. */
  readonly of: ReadonlyArray<Requirement>
  readonly frequency: number
  /** The question that was answered last: many phrases name the same word list, which is asked once for a text. */
  question: number
  answer: boolean
}

/** What any of some phrases needs. */
export class PhraseRequirements {
  /** Each stands for itself: where one is met, a phrase may match. None of them demands nothing. */
  readonly each: ReadonlyArray<Requirement>
  /** Whether there is a phrase that may match whatever words a text holds. */
  readonly isNothing: boolean
  /** By the classes of which a text must hold one: most texts hold none, and nothing more is asked of them. */
  private readonly byTrigger: Array<Array<Requirement> | undefined> = []
  private readonly triggers: ReadonlyArray<number>

  /** The classes of the phrases' words are made known to the vocabulary. */
  constructor(phrases: ReadonlyArray<Phrase>, vocabulary: Vocabulary) {
    const needed = phrases.map((phrase) => requirementOf(phrase, vocabulary)).flatMap(alternatives)
    this.isNothing = needed.some(isNothing)
    this.each = this.isNothing ? none : needed
    for (const requirement of this.each) {
      for (const wordClass of new Set(triggersOf(requirement))) {
        const listed = this.byTrigger[wordClass]
        if (listed === undefined) this.byTrigger[wordClass] = [requirement]
        else listed.push(requirement)
      }
    }
    this.triggers = [...this.byTrigger.keys()].filter((wordClass) => this.byTrigger[wordClass] !== undefined)
  }

  /** Whether words of such classes can make a phrase match. */
  metBy(classes: WordClasses): boolean {
    if (this.isNothing) return true
    ask()
    const isFew = this.triggers.length < classes.all.length
    for (const wordClass of isFew ? this.triggers : classes.all) {
      if (isFew && !classes.has(wordClass)) continue
      for (const requirement of this.byTrigger[wordClass] ?? none) if (isMet(requirement, classes)) return true
    }
    return false
  }
}

/** Counts the questions, so that an answer is known to be of the same text. */
let questions = 0

/** Begins a new question: what was answered before is of another text. */
export const ask = (): void => {
  questions += 1
}

/** Whether words of such classes meet the requirement. Answers are kept until the next `ask`. */
export const isMet = (requirement: Requirement, classes: WordClasses): boolean => {
  if (requirement.kind === "class") return classes.has(requirement.wordClass)
  if (requirement.question !== questions) {
    requirement.question = questions
    requirement.answer = isAnswered(requirement, classes)
  }
  return requirement.answer
}

/** Any is met by the first that is met; all are not, by the first that is not. */
const isAnswered = ({ kind, of }: Several, classes: WordClasses): boolean => {
  const decisive = kind === "any"
  for (const one of of) if (isMet(one, classes) === decisive) return decisive
  return !decisive
}

/** Classes of which one at least is in every text that meets the requirement, and as few texts as can be hold one. */
export const triggersOf = (requirement: Requirement): ReadonlyArray<number> => {
  switch (requirement.kind) {
    case "class":
      return [requirement.wordClass]
    case "any":
      return requirement.of.flatMap(triggersOf)
    case "all": {
      const [rarest] = requirement.of
      return rarest === undefined ? [] : triggersOf(rarest)
    }
  }
}

/** The same of what else the requirement demands; its triggers again where that is nothing. */
export const furtherTriggersOf = (requirement: Requirement): ReadonlyArray<number> => {
  const further = requirement.kind === "all" ? requirement.of[1] : undefined
  return triggersOf(further ?? requirement)
}

const none: ReadonlyArray<Requirement> = []

const isNothing = (requirement: Requirement): boolean => requirement.kind === "all" && requirement.of.length === 0

const alternatives = (requirement: Requirement): ReadonlyArray<Requirement> =>
  requirement.kind === "any" ? requirement.of.flatMap(alternatives) : [requirement]

const several = (kind: "any" | "all", of: ReadonlyArray<Requirement>): Several => {
  const frequency =
    kind === "any"
      ? of.reduce((sum, one) => sum + one.frequency, 0)
      : of.reduce((least, one) => Math.min(least, one.frequency), 1)
  return { kind, of, frequency, question: 0, answer: false }
}

const nothing: Requirement = several("all", [])

const oneClass = (wordClass: number, vocabulary: Vocabulary): OneClass => ({
  kind: "class",
  wordClass,
  frequency: vocabulary.frequencyOf(wordClass)
})

const requirementOf = (phrase: Phrase, vocabulary: Vocabulary): Requirement => {
  switch (phrase.kind) {
    case "word":
      return oneClass(vocabulary.classOf([phrase.literal]), vocabulary)
    case "contact":
      return oneClass(vocabulary.contactClasses(phrase.contact).first, vocabulary)
    case "sequence":
      return all(phrase.parts.map((part) => requirementOf(part, vocabulary)))
    case "alternatives":
      return ofAlternatives(phrase, vocabulary)
    default:
      return nothing
  }
}

const all = (requirements: ReadonlyArray<Requirement>): Requirement => {
  const needed = requirements
    .filter((requirement) => !isNothing(requirement))
    .sort((one, other) => one.frequency - other.frequency)
  const [only] = needed
  return only !== undefined && needed.length === 1 ? only : several("all", needed)
}

const any = (requirements: ReadonlyArray<Requirement>): Requirement => {
  const [only] = requirements
  if (requirements.some(isNothing)) return nothing
  return only !== undefined && requirements.length === 1 ? only : several("any", requirements)
}

type Alternatives = Extract<Phrase, { readonly kind: "alternatives" }>

/** A word list is one phrase wherever a phrase names it, and is worked out once for a vocabulary. */
const known = new WeakMap<Vocabulary, WeakMap<Phrase, Requirement>>()

const ofAlternatives = (phrase: Alternatives, vocabulary: Vocabulary): Requirement => {
  const ofVocabulary = known.get(vocabulary) ?? new WeakMap<Phrase, Requirement>()
  known.set(vocabulary, ofVocabulary)
  const seen = ofVocabulary.get(phrase)
  if (seen !== undefined) return seen
  const { literals, others } = phrase
  const words: ReadonlyArray<Requirement> =
    literals.length === 0 ? [] : [oneClass(vocabulary.classOf(literals), vocabulary)]
  const requirement = any([...words, ...others.map((option) => requirementOf(option, vocabulary))])
  ofVocabulary.set(phrase, requirement)
  return requirement
}
