import { describe, expect, it } from "vitest"
import { isGreeting } from "../../src/text/isGreeting.ts"
import { tokenize } from "../../src/text/tokenize.ts"

describe("a greeting", () => {
  it("is recognized in each language, but not if the text continues", () => {
    for (const text of [
      "Здравствуйте",
      "добрый день",
      "Доброго времени суток",
      "Hi",
      "Merhaba",
      "Сәлеметсіз бе",
      "Va alaykum assalom",
      "您好"
    ]) {
      expect(isGreeting(text, text.length), text).toBe(true)
    }
    for (const text of ["Здравствуйте, Анна", "Добрый", "Hi there all", "привет от нас", "да"]) {
      expect(isGreeting(text, text.length), text).toBe(false)
    }
  })

  it("ends a sentence at its comma at the start of a text", () => {
    const sentences = (text: string) => tokenize(text).map(({ sentence }) => sentence)
    expect(sentences("здравствуйте, да, пишите")).toEqual([0, 1, 1])
    expect(sentences("да, здравствуйте, пишите")).toEqual([0, 0, 0])
  })

  it("is looked for in time that does not depend on the length of the text", () => {
    expect(isGreeting(` ${"ва алайкум ассалом ".repeat(100_000)}`, 1_000_000)).toBe(false)
  })
})
