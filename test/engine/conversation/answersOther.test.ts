import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { type ClassifiedTokens, classify } from "../../../src/detect/phrase/ClassifiedTokens.ts"
import { compilePhrases } from "../../../src/detect/phrase/PhraseMatcher.ts"
import { parsePhrase } from "../../../src/detect/phrase/parsePhrase.ts"
import { vocabularyOf } from "../../../src/detect/phrase/Vocabulary.ts"
import { VocabularyBuilder } from "../../../src/detect/phrase/VocabularyBuilder.ts"
import { answersOther } from "../../../src/engine/conversation/answersOther.ts"
import { fold } from "../../../src/text/fold.ts"
import { tokenize } from "../../../src/text/tokenize.ts"

const words = new VocabularyBuilder()
const proposes = compilePhrases([Either.getOrThrow(parsePhrase("(наличными|cash)", () => undefined))], words)
const vocabulary = vocabularyOf(words.tables())

const wordsOf = (text: string): ClassifiedTokens => {
  const folded = fold(text).text
  return classify(tokenize(folded), vocabulary, folded)
}

/** Whether the answer, which starts with a yes, is to another question than the one about cash. */
const isOther = (asked: ReadonlyArray<string>, answer: string): boolean =>
  answersOther(wordsOf(answer), 0, asked.map(wordsOf), proposes)

describe("a yes to several questions", () => {
  it.each([
    ["in one message", ["Можно наличными? А крючки в комплекте?"], "да, в комплекте"],
    ["in several messages", ["можно наличными", "ремень кожаный?"], "Да, кожаный"],
    ["in English", ["Could I pay cash? Is the strap leather?"], "yes, full grain leather"]
  ])("refers to the other one, %s", (_, asked, answer) => {
    expect(isOther(asked, answer)).toBe(true)
  })

  it.each([
    ["goes on with nothing", ["Можно наличными? А крючки в комплекте?"], "да"],
    ["goes on with the proposal", ["Можно наличными? А крючки в комплекте?"], "да, наличными и комплект отдам"],
    ["goes on with what nobody asked", ["Можно наличными? А крючки в комплекте?"], "да, приезжайте"],
    ["goes on with what was only told", ["Можно наличными? Комплект мне понравился"], "да, комплект отложу"],
    ["speaks of the other in its next sentence", ["Можно наличными? А крючки в комплекте?"], "Да! Крючки тоже есть"]
  ])("refers to the proposal if it %s", (_, asked, answer) => {
    expect(isOther(asked, answer)).toBe(false)
  })
})
