import { Either } from "effect"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Sender } from "../../../src/domain/Message.ts"
import { compileAllowList } from "../../../src/engine/AllowList.ts"
import { applyAllowList } from "../../../src/engine/applyAllowList.ts"
import { type ConversationMessage, conversationWindow } from "../../../src/engine/Conversation.ts"
import { checkConversation } from "../../../src/engine/checkConversation.ts"
import { excerpt } from "../../../src/engine/masking/excerpt.ts"
import { maskMatch, revealMatch } from "../../../src/engine/masking/maskMatch.ts"
import type { Violation } from "../../../src/engine/Violation.ts"
import { shippedRules } from "../shippedRules.ts"

const said = fc.constantFrom(
  "8 926",
  "555",
  "01-42",
  "5550142",
  "+7",
  "9",
  "девятьсот двадцать шесть",
  "2202",
  "2068 0141 0072",
  "Ловите по одной",
  "продолжение 222 40 77",
  "саморез 8",
  "дальше",
  "t.me",
  "/shop",
  "tkani-opt",
  "точка",
  "ру",
  "собака",
  "наш телеграм:",
  "shop_msk",
  "скиньте",
  "ваш телефон",
  "какой модели?",
  "в ват",
  "сап",
  "Добрый день!",
  "давайте",
  "Хорошо",
  "по сбп",
  "размер 42",
  "заказ 489261703",
  "Спасибо за заказ, отправим завтра утром.",
  "🙂 8️⃣9️⃣",
  "\uD800 8\u200B 926"
)

const asked = fc.constantFrom(
  "и?",
  "сколько?",
  "напишу вам в телеграм?",
  "можно перевести на карту?",
  "спасибо",
  "8 926"
)

const message = fc
  .tuple(fc.constantFrom<Sender>("PARTNER", "PARTNER", "PARTNER", "CUSTOMER", "MARKET"), said, asked)
  .map(([sender, ours, theirs]): ConversationMessage => ({ sender, text: sender === "CUSTOMER" ? theirs : ours }))

const talk = fc
  .tuple(
    fc.array(message, { maxLength: 40 }),
    fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 40, maxLength: 40 })
  )
  .map(([messages, pauses]) => {
    let at = Date.UTC(2026, 10, 2)
    return messages.map((one, index) => {
      at += (pauses[index] ?? 0) ** 2 * 60_000
      return { ...one, at }
    })
  })

const judged = (messages: ReadonlyArray<ConversationMessage>): ReadonlyArray<Violation> =>
  checkConversation(shippedRules, { messages })

describe("judging messages together", () => {
  it("returns spans inside the texts, in order, and always the same", () => {
    fc.assert(
      fc.property(talk, (messages) => {
        const found = judged(messages)
        expect(judged(messages)).toEqual(found)
        for (const { spans } of found) {
          for (const [index, { message: place, start, end }] of spans.entries()) {
            expect(messages[place]?.sender).toBe("PARTNER")
            expect(0 <= start && start < end && end <= (messages[place]?.text.length ?? 0)).toBe(true)
            const previous = spans[index - 1]
            const follows = previous === undefined || previous.message < place || previous.end <= start
            expect(follows).toBe(true)
          }
          expect((spans.at(-1)?.message ?? 0) - spans[0].message).toBeLessThanOrEqual(conversationWindow)
        }
        const ids = found.map(({ rule, normalized, spans }) => `${rule} ${normalized} ${spans[0].message}`)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 500 }
    )
  })

  it("gives the same result in pieces with neighbouring messages as at once", () => {
    fc.assert(
      fc.property(talk, fc.integer({ min: 1, max: 15 }), (messages, size) => {
        const pieces: Array<Violation> = []
        for (let from = 0; from < messages.length; from += size) {
          const first = Math.max(0, from - conversationWindow)
          const piece = messages.slice(first, from + size + conversationWindow)
          for (const violation of judged(piece)) {
            const spans = violation.spans.map((span) => ({ ...span, message: span.message + first }))
            const [opening] = spans
            if (opening === undefined || opening.message < from || opening.message >= from + size) continue
            pieces.push({ ...violation, spans: [opening, ...spans.slice(1)] })
          }
        }
        expect(pieces).toEqual(judged(messages))
      }),
      { numRuns: 300 }
    )
  })

  it.each([
    ["8"],
    ["8 926", "555", "01-42"],
    ["точка"],
    ["tkani-opt", ".ru"],
    ["ваш телефон"],
    ["Ловите по одной 8"],
    ["да"]
  ])("checks 4,000 messages of %j, with all spans inside them", (...parts) => {
    const alone = parts.map((text) => ({ sender: "PARTNER" as const, text }))
    const asked = alone.flatMap((one) => [one, { sender: "CUSTOMER" as const, text: "напишу вам в телеграм?" }])
    for (const some of [alone, asked]) {
      const messages = Array.from({ length: 4_000 }, (_, index) => some[index % some.length] ?? alone[0]).flatMap(
        (one, index) => (one === undefined ? [] : [{ ...one, at: index * 1000 }])
      )
      for (const { spans } of judged(messages)) {
        expect(spans.every(({ message, end }) => end <= (messages[message]?.text.length ?? 0))).toBe(true)
      }
    }
  })

  it("hides every piece of a contact", () => {
    const messages = ["Доплатите 300. Сюда:", "2202", "2068", "0141", "0072", "получатель Алла"].map((text) => ({
      sender: "PARTNER" as const,
      text
    }))
    const conversation = { messages }
    const found = checkConversation(shippedRules, conversation)
    expect(found.map(({ rule }) => rule)).toEqual(["off-platform-deal", "payment-card"])
    for (const violation of found) {
      expect(maskMatch(violation, conversation)).not.toMatch(/2202|2068|0141/)
      expect(excerpt(violation, conversation, { reveal: false })).not.toMatch(/2202|2068|0141|0072/)
    }
  })
})

describe("names of files", () => {
  const sent = (text: string, ...files: ReadonlyArray<string>) => {
    const conversation = { messages: [{ sender: "PARTNER" as const, text, files }] }
    return checkConversation(shippedRules, conversation).map((violation) => ({
      rule: violation.rule,
      file: violation.file,
      spans: violation.spans,
      match: maskMatch(violation, conversation),
      revealed: revealMatch(violation, conversation),
      excerpt: excerpt(violation, conversation, { reveal: false })
    }))
  }

  it("are checked like text; the span is the whole message", () => {
    expect(sent("Прайс во вложении", "прайс_8_926_555-01-42.pdf")).toEqual([
      {
        rule: "phone-number",
        file: 0,
        spans: [{ message: 0, start: 0, end: 17 }],
        match: "+7926•••••42",
        revealed: "прайс_8_926_555-01-42.pdf",
        excerpt: expect.not.stringMatching(/555/)
      }
    ])
    expect(
      sent("", "photo.jpg", "zakaz@tkani-opt.ru.docx").map(({ rule, file, spans }) => [rule, file, spans])
    ).toEqual([["email-address", 1, [{ message: 0, start: 0, end: 0 }]]])
    expect(sent("", "каталог на tkani-opt.ru.pdf").map(({ rule, match }) => [rule, match])).toEqual([
      ["outbound-link", "tkani-opt.ru"]
    ])
  })

  it("are checked for phrases too, which are shown as the whole name with contacts hidden", () => {
    expect(sent("Посмотрите", "пишите в телеграм @shop_msk.png")).toEqual([
      {
        rule: "messenger-contact",
        file: 0,
        spans: [{ message: 0, start: 0, end: 10 }],
        match: "пишите в телеграм •••",
        revealed: "пишите в телеграм @shop_msk.png",
        excerpt: "пишите в телеграм •••"
      }
    ])
    expect(
      sent("", "a.png", "пришлите ваш номер телефона.jpg", "перевод на карту.pdf").map(({ rule, file }) => [rule, file])
    ).toEqual([
      ["contact-request", 1],
      ["off-platform-deal", 2]
    ])
    // Underscores stand for blanks and do not hide a contact either.
    expect(JSON.stringify(sent("", "пишите_на_восемь_926_555_01_42.png").map(({ match }) => match))).not.toMatch(
      /555|восемь/
    )
    expect(sent("", "напишите_в_вотсап_8_926_555_01_42.png").map(({ rule, match }) => [rule, match])).toEqual([
      ["messenger-contact", "напишите_в_вотсап•••"],
      ["phone-number", "+7926•••••42"]
    ])
  })

  it("do not affect an answer in the text of the message", () => {
    const messages = [
      { sender: "CUSTOMER" as const, text: "Можно вам в вотсап написать?" },
      { sender: "PARTNER" as const, text: "Да, конечно", files: ["пишите в вотсап.png"] }
    ]
    expect(
      checkConversation(shippedRules, { messages }).map(({ rule, file, spans }) => [rule, file, spans.length])
    ).toEqual([["messenger-contact", undefined, 1]])
  })

  it("ignore the phrases and pages that a shop allows if they are in the name", () => {
    const conversation = {
      messages: [{ sender: "PARTNER" as const, text: "Горячая линия", files: ["Позвоните_нам.png"] }]
    }
    const left = (phrases: ReadonlyArray<string>) =>
      applyAllowList(
        checkConversation(shippedRules, conversation),
        conversation,
        Either.getOrThrow(compileAllowList({ phrases }))
      ).length
    expect([left([]), left(["горячая линия"]), left(["позвоните нам"])]).toEqual([1, 1, 0])
  })

  it.each([
    "Screenshot_20261102-101112_Telegram.jpg",
    "Screenshot_2026-11-02-10-20-30-123_com.whatsapp.jpg",
    "微信截图_20261102.png",
    "скриншот переписки в вотсап.png",
    "QR код.png",
    "tg_logo.png",
    "IMG_20261102_123456.jpg",
    "IMG-20261102-WA0012.jpg",
    "WhatsApp Image 2026-11-02 at 10.20.30.jpeg",
    "Screenshot_2026-11-02-10-20-30-123_com.yandex.market.jpg",
    "photo_2026-11-02_10-20-30.jpg",
    "1762070400000.jpg",
    "manual_v2.0.1.pdf",
    "чек 489261703.pdf",
    "VID_20261102_101112.mp4",
    "DSC08926.JPG"
  ])("%s is not a finding", (name) => {
    expect(sent("Смотрите", name)).toEqual([])
  })

  it("report a finding once if it is in the text as well", () => {
    expect(sent("8 926 555-01-42", "8 926 555-01-42.txt").map(({ rule, file }) => [rule, file])).toEqual([
      ["phone-number", undefined]
    ])
  })
})
