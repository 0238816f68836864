import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Conversation } from "../../../src/engine/Conversation.ts"
import { checkConversation } from "../../../src/engine/checkConversation.ts"
import { excerpt } from "../../../src/engine/masking/excerpt.ts"
import { maskMatch, revealMatch } from "../../../src/engine/masking/maskMatch.ts"
import { shippedRules } from "../shippedRules.ts"

const said = (text: string, more: Partial<Conversation> = {}): Conversation => ({
  messages: [{ sender: "PARTNER", text }],
  ...more
})

const shown = (text: string, more: Partial<Conversation> = {}) => {
  const conversation = said(text, more)
  return checkConversation(shippedRules, conversation).map((violation) => ({
    rule: violation.rule,
    match: maskMatch(violation, conversation),
    excerpt: excerpt(violation, conversation, { reveal: false }),
    revealed: revealMatch(violation, conversation),
    plain: excerpt(violation, conversation, { reveal: true })
  }))
}

describe("masks", () => {
  it("hide a phone except for its country, area code and end", () => {
    const all = shown("Звоните по номеру 8 (926) 123-45-67, водитель ждёт")
    expect(all.filter(({ rule }) => rule === "phone-number")).toEqual([
      {
        rule: "phone-number",
        match: "+7926•••••67",
        excerpt: "Звоните по номеру ██████, водитель ждёт",
        revealed: "8 (926) 123-45-67",
        plain: "Звоните по номеру 8 (926) 123-45-67, водитель ждёт"
      }
    ])
    expect(shown("+375 29 555-01-10").map(({ match }) => match)).toEqual(["+375295••••10"])
  })

  it("keep a link's host and hide its path and user name", () => {
    expect(shown("смотрите https://shop.ru/u/ivan?tel=1").map(({ match }) => match)).toEqual(["shop.ru/•••"])
    expect(shown("тут https://ivan:pw@shop.ru/").map(({ match }) => match)).toEqual(["•••@shop.ru"])
    expect(shown("Каталог магазин-пряжи.рф").map(({ match }) => match)).toEqual(["магазин-пряжи.рф"])
    expect(shown("тут market.yandex.ru@evil.com").map(({ match }) => match)).toEqual(["•••@evil.com"])
  })

  it("keep the ends of an address and the last digits of a card in any spelling", () => {
    expect(shown("olga собака mail точка ру").map(({ match }) => match)).toEqual(["o•••@•••.ru"])
    const [card] = shown("51О5 I05I О5IO 51OО").filter(({ rule }) => rule === "payment-card")
    expect(card).toMatchObject({ match: "•••• 5100", excerpt: "██████" })
  })

  it("leave the words of a request readable, except for contacts and the buyer's name", () => {
    const [request] = shown("Ирина, пришлите на shop@ya.ru ваш номер телефона, Ирине важно", {
      customerName: "Ирина Петрова"
    })
    expect(request).toMatchObject({
      rule: "contact-request",
      match: "пришлите на ••• ваш номер телефона"
    })
    expect(request?.excerpt).toBe("•••, пришлите на ••• ваш номер телефона, ••• важно")
  })

  it("show limited context on one line, with whole words", () => {
    const before = "Добрый день! Ваш диван уже загрузили в машину и выехали с утра, ждите\nводителя Сергея"
    const [found] = shown(`${before}, тел. 8 (926) 555-01-42, он позвонит за час до приезда, и не забудьте паспорт`)
    expect(found?.excerpt).toBe("…водителя Сергея, тел. ██████, он позвонит за час до…")
  })

  it("do not split graphemes", () => {
    const family = "👨‍👩‍👧‍👦"
    const [found] = shown(`${family.repeat(20)} 8 926 555-01-42 ${family.repeat(20)}`)
    expect(found?.excerpt).toMatch(/^…(👨‍👩‍👧‍👦)+ ██████ (👨‍👩‍👧‍👦)+…$/u)
  })

  it("hide all other contacts in the excerpt, regardless of the rules", () => {
    const [found] = shown("зап 89265550142@x, тг @shop_msk, карта 4276 5500 1122, 8*926*111*22*33, ссылка shop.ru ещё")
    expect(found?.excerpt).not.toMatch(/\d|shop/)
  })

  const digit = fc.integer({ min: 0, max: 9 })
  const separator = fc.constantFrom("", " ", "-", " (", ") ", ".", "​", " ")
  const phone = fc
    .tuple(fc.constantFrom("8", "+7", "7", "８"), fc.array(fc.tuple(separator, digit), { minLength: 9, maxLength: 9 }))
    .map(([prefix, rest]) => `${prefix} 9${rest.map(([between, value]) => between + value).join("")}`)
  const words = fc
    .array(
      fc.constantFrom(
        "Сергей",
        "тел.",
        "заказ",
        "на",
        "позвоните",
        "ждём",
        "shop.ru/x",
        "\n",
        "@ivan",
        "пришлите ваш номер телефона",
        "12"
      ),
      { maxLength: 8 }
    )
    .map((parts) => parts.join(" "))

  it("never show a long part of any number", () => {
    fc.assert(
      fc.property(words, phone, words, phone, (before, one, between, other) => {
        const text = `${before} ${one} ${between} ${other}`
        const secrets = [one, other].map((number) => number.normalize("NFKC").replace(/\D/g, ""))
        for (const { match, excerpt: cut } of shown(text)) {
          for (const output of [match, cut]) {
            const digits = output.normalize("NFKC").replace(/\D+/g, "")
            for (const secret of secrets) {
              for (let start = 0; start + 7 <= secret.length; start++) {
                expect(digits).not.toContain(secret.slice(start, start + 7))
              }
            }
          }
        }
      }),
      { numRuns: 1000 }
    )
  }, 120_000)
})
