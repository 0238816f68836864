import { describe, expect, it } from "vitest"
import { checkConversation, checkText } from "../../../src/engine/checkConversation.ts"
import { shippedRules } from "../../engine/shippedRules.ts"

const phones = (text: string, region?: string) =>
  checkText(shippedRules, text, region)
    .filter(({ kind }) => kind === "phone")
    .map(({ normalized, spans }) => ({ normalized, written: text.slice(spans[0].start, spans[0].end) }))

describe("phones", () => {
  it.each([
    { text: "тел. 8 (926) 555-01-42", normalized: "+79265550142", written: "8 (926) 555-01-42" },
    { text: "звоните +7 926 555 01 42!", normalized: "+79265550142", written: "+7 926 555 01 42" },
    { text: "+7(926)5550142", normalized: "+79265550142", written: "+7(926)5550142" },
    { text: "8.963.555.01.58", normalized: "+79635550158", written: "8.963.555.01.58" },
    { text: "8–926–555–01–42", normalized: "+79265550142", written: "8–926–555–01–42" },
    { text: "тел89165550155", normalized: "+79165550155", written: "89165550155" },
    { text: "tel89165550155", normalized: "+79165550155", written: "89165550155" },
    { text: "г. Казань, (843) 555-06-60", normalized: "+78435550660", written: "(843) 555-06-60" },
    { text: "8​9​1​6​5​5​5​0​1​1​9", normalized: "+79165550119", written: "8​9​1​6​5​5​5​0​1​1​9" },
    { text: "Курьер 8️⃣9️⃣0️⃣3️⃣5️⃣5️⃣5️⃣0️⃣1️⃣7️⃣7️⃣ тут", normalized: "+79035550177", written: "8️⃣9️⃣0️⃣3️⃣5️⃣5️⃣5️⃣0️⃣1️⃣7️⃣7️⃣" },
    { text: "заказ 12345 8 926 555-01-42", normalized: "+79265550142", written: "8 926 555-01-42" },
    { text: "ул. Ленина 7, 8 846 207 94 31", normalized: "+78462079431", written: "8 846 207 94 31" },
    { text: "Заводское шоссе 14, 8 846 207 94 31 и", normalized: "+78462079431", written: "8 846 207 94 31" },
    { text: "Накладная готова, вопросы Ольге 8 912 604 75 31", normalized: "+79126047531", written: "8 912 604 75 31" },
    { text: "код подъезда скиньте на 8 912 604 75 31", normalized: "+79126047531", written: "8 912 604 75 31" },
    { text: "артикул 8-965-214-70-36, это не артикул", normalized: "+79652147036", written: "8-965-214-70-36" }
  ])("finds $text", ({ text, normalized, written }) => {
    expect(phones(text)).toEqual([{ normalized, written }])
  })

  it("finds both of two numbers", () => {
    expect(phones("8 495 555-02-11 и 8 925 555-02-12").map(({ normalized }) => normalized)).toEqual([
      "+74955550211",
      "+79255550212"
    ])
  })

  it("reports one violation with two spans for a repeated number", () => {
    const [found, ...more] = checkText(shippedRules, "8 926 555-01-42, повторю: +79265550142")
    expect(found?.spans).toHaveLength(2)
    expect(more).toEqual([])
  })

  it("reads a number without a country code in the shop's country", () => {
    expect(phones("13900007788", "CN").map(({ normalized }) => normalized)).toEqual(["+8613900007788"])
    expect(phones("тел 8 701 555 01 22", "KZ").map(({ normalized }) => normalized)).toEqual(["+77015550122"])
  })

  it.each([
    "Заказ 89134567012 передан в доставку",
    "Your order 79161234501 left the warehouse today.",
    "трек-номер 80101290007713",
    "ИНН 7701234567, ОГРН 1027700123456",
    "8 903 455 0117 0012 7",
    "31.12.2026. 14",
    "356938101234566",
    "артикул 8-965-214-70-36",
    "Заводской номер 89164445566",
    "Код скиньте на артикул 89164445566",
    "4276 5500 1122 3347",
    "10013160/041126/0123456",
    "X7LHSRH8N50123456",
    "NOV-8916-5550-123",
    "IMG_89261234567.jpg",
    "2026-11-02 10:00",
    "цена 8 926 руб.",
    "90915-10003 и 83212365946",
    "*100# и 112",
    "+7 926 ***-**-67",
    "55.751244, 37.618423",
    "ГОСТ 12.4.011-89, ТУ 8572-017-00302480-93",
    "30101810400000000225"
  ])("ignores %s", (text) => {
    expect(phones(text)).toEqual([])
  })

  it("finds no phone inside a longer number", () => {
    expect(phones("тел 1289265550142")).toEqual([])
    expect(phones("тел 892655501421234")).toEqual([])
  })

  it("ignores ids known from the chat", () => {
    const messages = [{ sender: "PARTNER" as const, text: "тел 89265550142" }]
    expect(checkConversation(shippedRules, { messages, knownNumbers: new Set(["89265550142"]) })).toEqual([])
    expect(checkConversation(shippedRules, { messages })).toHaveLength(1)
  })

  it("leaves a number inside a link to the rule on links", () => {
    expect(checkText(shippedRules, "https://wa.me/79265550177").map(({ kind }) => kind)).toEqual(["link"])
  })
})
