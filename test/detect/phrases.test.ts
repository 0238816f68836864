import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { classify, compilePhrases } from "../../src/detect/PhraseMatcher.ts"
import { parsePhrase } from "../../src/detect/parsePhrase.ts"
import { makeVocabulary } from "../../src/detect/Vocabulary.ts"
import { fold } from "../../src/text/fold.ts"
import { tokenize } from "../../src/text/tokenize.ts"

const contact = [parsePhrase("номер телефона", () => undefined), parsePhrase("почт*", () => undefined)].map(
  Either.getOrThrow
)
const lists = (name: string) => (name === "contact" ? contact : undefined)

/** The pieces of the text that the phrase matches. */
const matched = (phrase: string, text: string): ReadonlyArray<string> => {
  const vocabulary = makeVocabulary()
  const matcher = compilePhrases([Either.getOrThrow(parsePhrase(phrase, lists))], vocabulary)
  const folded = fold(text).text
  const tokens = tokenize(folded)
  return matcher
    .match(classify(tokens, vocabulary))
    .map(({ first, last }) => folded.slice(tokens[first]?.start ?? 0, tokens[last]?.end ?? 0))
}

describe("phrases", () => {
  it.each([
    ["ваш номер", "Дайте ваш номер!", ["ваш номер"]],
    ["ваш номер", "ваш, номер", ["ваш номер".replace(" ", ", ")]],
    ["телефон*", "телефончик и микротелефон", ["телефончик"]],
    ["(ваш|свой) номер", "свой номер", ["свой номер"]],
    ["дайте [пожалуйста] номер", "дайте номер, дайте, пожалуйста, номер", ["дайте номер", "дайте, пожалуйста, номер"]],
    ["скиньте ..2 <contact>", "скиньте сюда вашу почту", ["скиньте сюда вашу почту"]],
    ["скиньте ..2 <contact>", "скиньте сюда вот эту вашу почту", []],
    ["скиньте ..2 <contact>", "скиньте фото. Ваша почта", []],
    ["скиньте ...2 <contact>", "скиньте фото. Ваша почта", ["скиньте фото. ваша почта"]],
    ["скиньте ..4 <contact>", "скиньте, скиньте номер телефона", ["скиньте номер телефона"]],
    ["^ ваш номер $", "ваш номер", ["ваш номер"]],
    ["^ ваш номер", "это ваш номер", []],
    ["^ ваш номер $", "Привет! Ваш номер. Спасибо", ["ваш номер"]],
    ["ваш номер ?", "ваш номер, ваш номер?", ["ваш номер"]],
    ["e-mail", "E-mail", ["e-mail"]],
    ["ещё", "еще", ["еще"]],
    ["留 ..2 邮箱", "留一下邮箱", ["留一下邮箱"]]
  ])("%s in: %s", (phrase, text, pieces) => {
    expect(matched(phrase, text)).toEqual(pieces)
  })

  it.each([
    ["", "word-expected"],
    ["(ваш", "bracket-not-closed"],
    ["ваш)", "bracket-not-opened"],
    ["<nothing>", "unknown-list"],
    ["ваш ..99 номер", "gap-too-long"],
    ["..4 номер", "gap-at-edge"],
    ["номер ..4", "gap-at-edge"],
    ["ваш * номер", "star-alone"],
    ["[ваш]", "word-expected"],
    ["((((((((((ваш))))))))))", "too-deep"]
  ])("refuses %s", (phrase, problem) => {
    expect(parsePhrase(phrase, lists)).toMatchObject({ left: { problem } })
  })
})
