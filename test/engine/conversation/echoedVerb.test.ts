import { describe, expect, it } from "vitest"
import { type ClassifiedTokens, classify } from "../../../src/detect/phrase/ClassifiedTokens.ts"
import { echoedVerb } from "../../../src/engine/conversation/echoedVerb.ts"
import { fold } from "../../../src/text/fold.ts"
import { tokenize } from "../../../src/text/tokenize.ts"
import { shippedRules } from "../shippedRules.ts"

const wordsOf = (text: string): ClassifiedTokens => {
  const folded = fold(text).text
  return classify(tokenize(folded), shippedRules.vocabulary, folded)
}

/** The word of the answer that repeats a verb of the sentence with the buyer's first word. */
const echoed = (asked: string, answer: string): string | undefined => {
  const words = wordsOf(answer)
  return words.tokens[echoedVerb(words, wordsOf(asked), { first: 0, last: 0 })]?.word
}

describe("a verb repeated by an answer", () => {
  it.each([
    ["запишу вам голосовое?", "Запишите", "запишите"],
    ["можно курьеру отдать?", "ну отдайте, он не против", "отдайте"],
    ["скинете цену?", "скину", "скину"],
    ["за отзыв делаете скидку?", "Делаем", "делаем"],
    ["Ватсаптан жазсам бола ма?", "Жазыңыз", "жазыңыз"],
    ["Telegramdan yozsam bo'ladimi?", "yozing", "yozing"]
  ])("is found: %j, %j", (asked, answer, verb) => {
    expect(echoed(asked, answer)).toBe(verb)
  })

  it.each([
    ["another verb", "запишу вам голосовое?", "Пришлите фото"],
    ["a question back", "отправлю в телеграм?", "Отправите что?"],
    ["a noun of the same stem", "отправлю в телеграм?", "Отправка завтра"],
    ["a verb of another sentence", "Можно в телеграм? Посылку отправлю завтра", "Отправьте"],
    ["what the shop does, when the buyer spoke of what the buyer will do", "напишу в телеграм?", "напишу отчёт"]
  ])("is not %s", (_, asked, answer) => {
    expect(echoed(asked, answer)).toBeUndefined()
  })
})
