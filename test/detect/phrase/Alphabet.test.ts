import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { Alphabet, otherLetter } from "../../../src/detect/phrase/Alphabet.ts"
import { buildAutomaton } from "../../../src/detect/phrase/buildAutomaton.ts"
import { parsePhrase } from "../../../src/detect/phrase/parsePhrase.ts"
import { vocabularyOf } from "../../../src/detect/phrase/Vocabulary.ts"
import { VocabularyBuilder } from "../../../src/detect/phrase/VocabularyBuilder.ts"

const phraseOf = (written: string) => Either.getOrThrow(parsePhrase(written, () => undefined))

describe("an alphabet", () => {
  const known = new VocabularyBuilder()
  const phrases = [phraseOf("(дайте|скиньте) номер")]
  known.learn([...phrases, phraseOf("дайте скидку"), phraseOf("добрый день")])
  const alphabet = new Alphabet(buildAutomaton([phrases], known))
  const vocabulary = vocabularyOf(known.tables())
  const letterOf = (word: string) => alphabet.letterOf(vocabulary.symbolOf(word), vocabulary)

  it("assigns one letter to words that its phrases do not distinguish, though others do", () => {
    expect(vocabulary.symbolOf("дайте")).not.toBe(vocabulary.symbolOf("скиньте"))
    expect(letterOf("дайте")).toBe(letterOf("скиньте"))
    expect(letterOf("номер")).not.toBe(letterOf("дайте"))
  })

  it("assigns the same letter to all words that its phrases do not use", () => {
    for (const word of ["добрый", "скидку", "чего-то"]) expect(letterOf(word)).toBe(otherLetter)
  })

  it("always returns the same letter for a word", () => {
    const before = letterOf("номер")
    for (const word of ["день", "дайте", "скидку"]) letterOf(word)
    expect(letterOf("номер")).toBe(before)
    expect(alphabet.classesOf(before)).toHaveLength(1)
  })
})
