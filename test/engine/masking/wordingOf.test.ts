import { assert, describe, it } from "@effect/vitest"
import { checkConversation } from "../../../src/engine/checkConversation.ts"
import { wordingOf } from "../../../src/engine/masking/wordingOf.ts"
import { shippedRules } from "../shippedRules.ts"

/** The wordings of the findings in a text to a buyer of this name. */
const wordingsOf = (text: string, customerName = "Анна") => {
  const conversation = { messages: [{ sender: "PARTNER" as const, text }], region: "RU", customerName }
  return checkConversation(shippedRules, conversation).map((violation) => wordingOf(violation, conversation))
}

const wordingIn = (text: string, customerName?: string) => wordingsOf(text, customerName)[0] ?? assert.fail(text)

describe("a wording", () => {
  it("is the same for one template, regardless of the number, the order and the buyer's name", () => {
    const first = wordingIn("Анна, здравствуйте! По заказу 78912345 звоните +7 926 555-01-42", "Анна")
    const second = wordingIn("Ольга, здравствуйте! По заказу 55500011 звоните 8 (903) 555 77 88", "Ольга")
    assert.strictEqual(second, first)
    assert.notMatch(first, /\d|анна/)
  })

  it("does not depend on case, punctuation and disguises", () => {
    const plain = wordingIn("Пишите нам в телеграм: @romashka_shop")
    assert.strictEqual(wordingIn("ПИШИТЕ   нам в телегрaм - @romashka_shop 😊"), plain)
  })

  it("differs for different words", () => {
    assert.notStrictEqual(wordingIn("Звоните 89265550142"), wordingIn("Наш номер 89265550142"))
  })

  it("is the same for all rules that a message violates", () => {
    const wordings = wordingsOf("Пришлите ваш номер, или пишите на shop.example или 89265550142")
    assert.isTrue(wordings.length > 1)
    assert.strictEqual(new Set(wordings).size, 1)
  })

  it("of a bare contact is that contact", () => {
    assert.strictEqual(wordingIn("89265550142"), wordingIn("+7 (926) 555-01-42"))
    assert.notStrictEqual(wordingIn("89265550142"), wordingIn("89265550143"))
  })
})
