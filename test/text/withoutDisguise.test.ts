import { describe, expect, it } from "vitest"
import { tokenize } from "../../src/text/tokenize.ts"
import { withoutDisguise } from "../../src/text/withoutDisguise.ts"

const plain = (text: string): string => withoutDisguise(text, tokenize(text))

describe("a text without its disguise", () => {
  it.each([
    ["пишите в whаtsаpp, tелеграм и вaйбер", "пишите в whatsapp, телеграм и вайбер"],
    ["пр0мокод b2b 5 шт", "промокод b2b 5 шт"],
    ["ещё раз", "еще раз"],
    ["", ""]
  ])("%s is %s, unit for unit", (text, expected) => {
    expect(plain(text)).toBe(expected)
    expect(expected).toHaveLength(text.length)
  })

  it("leaves a word with spaced or repeated letters unchanged, as its length would change", () => {
    expect(plain("т е л е г р а м")).toBe("т е л е г р а м")
    expect(plain("телегррраам whаtsapp")).toBe("телегррраам whatsapp")
  })

  it("is the text itself if no word is disguised", () => {
    const text = "спасибо за заказ"
    expect(plain(text)).toBe(text)
  })
})
