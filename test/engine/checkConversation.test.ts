import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Sender } from "../../src/domain/Message.ts"
import { checkConversation, checkText } from "../../src/engine/checkConversation.ts"
import { excerpt } from "../../src/engine/masking/excerpt.ts"
import { maskMatch } from "../../src/engine/masking/maskMatch.ts"
import { shippedRules } from "./shippedRules.ts"

const text = "Пришлите ваш номер телефона или позвоните +7 926 555-01-42, каталог на shop.ru"

describe("checkConversation", () => {
  it("checks only what PARTNER wrote", () => {
    const senders: ReadonlyArray<Sender> = ["CUSTOMER", "MARKET", "SUPPORT", "UNKNOWN", "PARTNER"]
    const found = checkConversation(shippedRules, { messages: senders.map((sender) => ({ sender, text })) })
    expect(new Set(found.flatMap(({ spans }) => spans.map(({ message }) => message)))).toEqual(new Set([4]))
    expect(found.map(({ rule, kind, normalized }) => [rule, kind, normalized])).toEqual([
      ["contact-request", "phrase", ""],
      ["messenger-contact", "phrase", ""],
      ["outbound-link", "link", "shop.ru"],
      ["phone-number", "phone", "+79265550142"]
    ])
  })

  it("returns spans of the original as a reviewer would mark them", () => {
    expect(checkText(shippedRules, text).map(({ spans }) => text.slice(spans[0].start, spans[0].end))).toEqual([
      "Пришлите ваш номер телефона",
      "позвоните",
      "shop.ru",
      "+7 926 555-01-42"
    ])
  })

  describe("uses the buyer's proposal as context", () => {
    const answers = (proposal: string, answer: string) =>
      checkConversation(shippedRules, {
        messages: [
          { sender: "CUSTOMER", text: proposal },
          { sender: "PARTNER", text: answer }
        ]
      }).map(({ rule, spans }) => [rule, spans[0].message, answer.slice(spans[0].start, spans[0].end)])

    it.each([
      ["Может, в телеграме спрошу?", "ага, спрашивайте", "messenger-contact", "ага, спрашивайте"],
      [
        "Давайте созвонимся",
        "Хорошо, завтра после обеда. Диван в наличии.",
        "messenger-contact",
        "Хорошо, завтра после обеда"
      ],
      ["Могу вам на сбер скинуть 5600", "можно и так, 5600", "off-platform-deal", "можно и так, 5600"],
      ["Если отменю и заеду сам с наличными, скинете?", "Будет минус 10 %", "off-platform-deal", "Будет минус 10 %"]
    ])("%s – %s", (proposal, answer, rule, quote) => {
      expect(answers(proposal, answer)).toEqual([[rule, 1, quote]])
    })

    it.each([
      ["Может, в телеграме спрошу?", "Хорошо, но лучше пишите прямо здесь"],
      ["Давайте созвонимся", "К сожалению, только в чате"],
      ["Деньги вернут?", "Да, Маркет вернёт на ту же карту"],
      ["Могу перевести на карту", "Нет, ничего не переводите"],
      ["Цвет как на фото?", "Да, точно такой"]
    ])("%s – %s: nothing", (proposal, answer) => {
      expect(answers(proposal, answer)).toEqual([])
    })
  })

  it("checks any text without failing, always with the same result and spans inside the text", () => {
    const pieces = fc.array(
      fc.oneof(
        fc.string({ unit: "binary", maxLength: 12 }),
        fc.constantFrom(
          "8 926 555-01-42",
          "shop.ru",
          "@",
          "пришлите почту",
          ".",
          "\uD800",
          "+",
          "://",
          "xn--",
          "http://["
        )
      ),
      { maxLength: 20 }
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const message = parts.join("")
        const found = checkText(shippedRules, message)
        expect(checkText(shippedRules, message)).toEqual(found)
        const conversation = { messages: [{ sender: "PARTNER" as const, text: message }] }
        for (const violation of found) {
          for (const { start, end } of violation.spans) {
            expect(0 <= start && start < end && end <= message.length).toBe(true)
          }
          maskMatch(violation, conversation)
          excerpt(violation, conversation, { reveal: false })
        }
      }),
      { numRuns: 1000 }
    )
  }, 30_000)

  it.each([
    ".",
    "8 ",
    "а",
    "t.me",
    "a@",
    "http://",
    "8-926-555-01-42 ",
    "(8) ",
    "xn--",
    "пришлите ",
    "телефон ",
    "ваш номер телефона и ",
    "a.ru/",
    "@ ",
    "\u0301",
    "8️⃣",
    "Ирина ",
    "shop.ru на сайте ",
    "?",
    "...",
    "x.",
    "восемь ",
    "девятьсот двадцать шесть ",
    "8, ",
    "8🌸",
    "о0",
    "т ",
    "s h o p . r u  ",
    "точка ",
    "собака ",
    "shop точка ру ",
    "a(at)b(dot)ru ",
    "&#46;",
    "555-01-31 (код 495) ",
    "4276 3801 1234 5678 ",
    "一",
    "点",
    "[",
    "ﷺ",
    "1.2.3.4 ",
    "девятьсотдвадцатьшесть"
  ])("checks 100 kB of %j and shows the findings briefly", (unit) => {
    const message = unit.repeat(Math.ceil(100_000 / unit.length))
    const conversation = { messages: [{ sender: "PARTNER" as const, text: message }], customerName: "Ирина" }
    const [first] = checkConversation(shippedRules, conversation)
    if (first === undefined) return
    expect(maskMatch(first, conversation).length).toBeLessThan(1_000)
    expect(excerpt(first, conversation, { reveal: false }).length).toBeLessThan(1_000)
  })
})
