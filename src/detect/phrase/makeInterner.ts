import { type Literal, literalKey } from "./Literal.ts"
import type { Phrase } from "./Phrase.ts"

/** Makes equal words and word lists identical across phrases, so that they can be compared by reference. */
export const makeInterner = (): ((phrase: Phrase) => Phrase) => {
  const words = new Map<string, Phrase>()
  const lists = new Map<string, ReadonlyArray<Literal>>()
  const done = new WeakMap<Phrase, Phrase>()
  const listOf = (literals: ReadonlyArray<Literal>): ReadonlyArray<Literal> => {
    const key = literals.map(literalKey).join("|")
    const known = lists.get(key)
    if (known !== undefined) return known
    lists.set(key, literals)
    return literals
  }
  const wordOf = (phrase: Phrase, literal: Literal): Phrase => {
    const key = literalKey(literal)
    const known = words.get(key)
    if (known !== undefined) return known
    words.set(key, phrase)
    return phrase
  }
  const anew = (phrase: Phrase): Phrase => {
    switch (phrase.kind) {
      case "word":
        return wordOf(phrase, phrase.literal)
      case "sequence":
        return { kind: "sequence", parts: phrase.parts.map(intern) }
      case "optional":
        return { kind: "optional", part: intern(phrase.part) }
      case "alternatives":
        return { kind: "alternatives", literals: listOf(phrase.literals), others: phrase.others.map(intern) }
      default:
        return phrase
    }
  }
  const intern = (phrase: Phrase): Phrase => {
    const known = done.get(phrase) ?? anew(phrase)
    done.set(phrase, known)
    return known
  }
  return intern
}
