import { describe, expect, it } from "vitest"
import { isGreeting } from "../../src/text/isGreeting.ts"
import { tokenize } from "../../src/text/tokenize.ts"

describe("a greeting", () => {
  it("is known in each language, and nothing that goes on is one", () => {
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

  it("ends a sentence at its comma, where a text begins with it", () => {
    const sentences = (text: string) => tokenize(text).map(({ sentence }) => sentence)
    expect(sentences("здравствуйте, да, пишите")).toEqual([0, 1, 1])
    expect(sentences("да, здравствуйте, пишите")).toEqual([0, 0, 0])
  })

  it("is looked for in time of its own length alone", () => {
    expect(isGreeting(` ${"ва алайкум ассалом ".repeat(100_000)}`, 1_000_000)).toBe(false)
  })
})
