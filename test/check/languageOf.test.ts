import { Option } from "effect"
import { expect, it } from "vitest"
import { languageOf } from "../../src/check/languageOf.ts"

it.each([
  ["Пишите на shop@long-english-name.example.com", "ru"],
  ["Напишите в WhatsApp", "ru"],
  ["Каталог: t.me/shop", "ru"],
  ["Write to us", "en"],
  ["请加 WhatsApp 联系", "zh"],
  ["t.me/shop_msk", null],
  ["8 926 123", null],
  ["", null]
])("%s is %s", (text, language) => {
  expect(Option.getOrNull(languageOf(text))).toBe(language)
})
