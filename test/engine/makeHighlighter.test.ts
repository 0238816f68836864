import { describe, expect, it } from "vitest"
import { checkText } from "../../src/engine/checkConversation.ts"
import { makeHighlighter } from "../../src/engine/makeHighlighter.ts"
import { readMessage } from "../../src/engine/message/MessageReading.ts"
import { readPhrases } from "../../src/engine/message/PhraseReading.ts"
import type { Highlight } from "../../src/engine/rule/RuleFile.ts"
import { shippedRules } from "./shippedRules.ts"

/** The marked part of a text in which the words between the bars matched. */
const marked = (written: string, highlight: Highlight): string => {
  const [before = "", matched = "", behind = ""] = written.split("|")
  const text = before + matched + behind
  const reading = readMessage(text, "RU")
  const shown = makeHighlighter(highlight, readPhrases(shippedRules, reading))
  const { start, end } = shown({ start: before.length, end: before.length + matched.length })
  return reading.folded.original.slice(start, end)
}

describe("makeHighlighter", () => {
  it.each([
    ["Здравствуйте, давайте |доплату мастеру| в руки, он приедет завтра", "давайте доплату мастеру в руки"],
    ["Чек вложим. |мимо кассы| дешевле! Ждём", "мимо кассы дешевле"],
    ["Пришлите фото или |на карту кину| триста рублей", "на карту кину триста рублей"],
    ["|на карту кину| триста или вернём бонусами", "на карту кину триста"],
    ["с вас |пять звёзд| и молчок", "с вас пять звёзд и молчок"],
    [
      "один два три четыре пять шесть семь восемь девять |x| 1 2 3",
      "два три четыре пять шесть семь восемь девять x 1 2 3"
    ]
  ])("marks the clause of %s", (written, expected) => {
    expect(marked(written, { unit: "clause" })).toBe(expected)
  })

  it.each([
    ["тогда |звоните 8 926 555-01-42| до обеда", "тогда звоните"],
    ["|shop.ru пишите| сюда", "пишите сюда"],
    ["наш |канал, ссылка t.me/kovry| подпишитесь", "ссылка"]
  ])("excludes contacts that are separate findings: %s", (written, expected) => {
    expect(marked(written, { unit: "clause", without: ["phone", "link"] })).toContain(expected)
    expect(marked(written, { unit: "clause", without: ["phone", "link"] })).not.toMatch(/\d|t\.me|shop\.ru/)
  })

  it("marks the match if the unit is words", () => {
    expect(marked("Здравствуйте, |скиньте почту| сегодня", { unit: "words" })).toBe("скиньте почту")
  })

  it("marks a match that is only a contact", () => {
    expect(marked("пишите |shop.ru| сегодня", { unit: "words", without: ["link"] })).toBe("shop.ru")
  })

  it("marks an invitation without its number, which is a separate finding", () => {
    const text = "Если что, звоните нам 8 926 555-01-42, ответим"
    const quotes = checkText(shippedRules, text).map(({ rule, spans: [{ start, end }] }) => [
      rule,
      text.slice(start, end)
    ])
    expect(quotes).toEqual([
      ["messenger-contact", "звоните нам"],
      ["phone-number", "8 926 555-01-42"]
    ])
  })
})
