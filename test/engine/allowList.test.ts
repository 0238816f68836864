import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { type AllowListEntries, compileAllowList } from "../../src/engine/AllowList.ts"
import { applyAllowList } from "../../src/engine/applyAllowList.ts"
import type { Conversation } from "../../src/engine/Conversation.ts"
import { checkConversation } from "../../src/engine/checkConversation.ts"
import type { Violation } from "../../src/engine/Violation.ts"
import { shippedRules } from "./shippedRules.ts"

const compiled = (entries: AllowListEntries) =>
  Either.getOrThrowWith(compileAllowList(entries), ([problem]) => new Error(JSON.stringify(problem)))

const left = (text: string, entries: AllowListEntries, more: ReadonlyArray<Violation> = []) => {
  const conversation: Conversation = { messages: [{ sender: "PARTNER", text }], region: "RU" }
  return applyAllowList(
    [...checkConversation(shippedRules, conversation), ...more],
    conversation,
    compiled(entries)
  ).map(({ rule, kind, normalized, spans }) => ({
    rule,
    kind,
    normalized,
    found: spans.map(({ start, end }) => text.slice(start, end))
  }))
}

const links = (text: string, entries: AllowListEntries) =>
  left(text, entries).flatMap(({ kind }) => (kind === "link" ? [kind] : []))

describe("an allow list", () => {
  it.each([
    ["Каталог на https://shop.ru/a", ["shop.ru"], []],
    ["Каталог на https://www.shop.ru/a", ["shop.ru"], []],
    ["Каталог на https://shop.ru/a", ["https://SHOP.ru/"], []],
    ["Каталог на https://evilshop.ru/a", ["shop.ru"], ["link"]],
    ["Каталог на https://shop.ru.evil.com/a", ["shop.ru"], ["link"]],
    ["Каталог на https://shop.ru@evil.com/a", ["shop.ru"], ["link"]],
    ["Каталог на https://shop.ru/a", ["cdn.shop.ru"], ["link"]],
    ["Инструкция https://shop.ru/help/a.pdf", ["shop.ru/help"], []],
    ["Инструкция https://shop.ru/helper", ["shop.ru/help"], ["link"]],
    ["Зайдите на https://магазин.рф/", ["магазин.рф"], []]
  ])("for hosts: %s with %j leaves %j", (text, hosts, expected) => {
    expect(links(text, { hosts })).toEqual(expected)
  })

  it("allows phrases by the words that matched, not by others that are highlighted with them", () => {
    const text = "Завтра утром напишите нам в телеграм"
    expect(left(text, { phrases: [] })).toMatchObject([{ found: [text] }])
    expect(left(text, { phrases: ["завтра утром"] })).toHaveLength(1)
    expect(left(text, { phrases: ["напишите нам"] })).toEqual([])
  })

  it("allows one page of a site and not another", () => {
    const rest = left("Смотрите https://shop.ru/help/1 и https://shop.ru/buy", { hosts: ["shop.ru/help"] })
    expect(rest.filter(({ kind }) => kind === "link")).toMatchObject([{ found: ["https://shop.ru/buy"] }])
  })

  it.each([["+78005550440"], ["+7 800 555-04-40"]])("for numbers: %s in any notation", (number) => {
    const text = "Горячая линия 8-800-555-04-40, мастер +7 926 123-45-67"
    const numbers = left(text, { numbers: [number] }).filter(({ kind }) => kind === "phone")
    expect(numbers.map(({ normalized }) => normalized)).toEqual(["+79261234567"])
  })

  it("allows single addresses or all of a host", () => {
    const rule = shippedRules.rules[0]?.id ?? expect.fail("no rules")
    const email = (normalized: string): Violation => ({
      rule,
      severity: "error",
      confidence: 1,
      kind: "email",
      spans: [{ message: 0, start: 0, end: 1 }],
      normalized
    })
    const rest = (addresses: ReadonlyArray<string>) =>
      left("ок", { addresses }, [email("info@shop.ru"), email("boss@shop.ru"), email("info@shop.ru.evil.com")]).map(
        ({ normalized }) => normalized
      )
    expect(rest(["INFO@shop.ru"])).toEqual(["boss@shop.ru", "info@shop.ru.evil.com"])
    expect(rest(["@shop.ru"])).toEqual(["info@shop.ru.evil.com"])
    expect(rest([])).toHaveLength(3)
  })

  it("allows only findings that share a word with an allowed phrase", () => {
    const text = "Пришлите вашу почту. Спасибо за заказ! Скиньте ваш номер телефона."
    const words = (phrases: ReadonlyArray<string>) =>
      left(text, { phrases }).flatMap(({ rule, found }) => (rule === "contact-request" ? found : []))
    expect(words([])).toEqual(["Пришлите вашу почту", "Скиньте ваш номер телефона"])
    expect(words(["вашу почт*"])).toEqual(["Скиньте ваш номер телефона"])
    expect(words(["спасибо за заказ"])).toEqual(["Пришлите вашу почту", "Скиньте ваш номер телефона"])
    expect(words(["скиньте|пришлите"])).toEqual([])
  })

  it("reports every phrase that cannot be parsed", () => {
    expect(compileAllowList({ phrases: ["(а", "б", "<нет>"] })).toMatchObject(
      Either.left([
        { list: "phrases", index: 0, problem: { problem: "bracket-not-closed" } },
        { list: "phrases", index: 2, problem: { problem: "unknown-list" } }
      ])
    )
  })

  it("reports exactly the entries that would allow nothing", () => {
    const entries = {
      hosts: ["shop.ru", "*.shop.ru", "shop", "info@shop.ru"],
      numbers: ["+7 800 555-04-40", "8 800 555-04-40", "7 800 555-04-40", "+7 000 000-00-00", " +78005550440 "],
      addresses: ["info@shop.ru", "@shop.ru", "shop.ru", "info@shop"],
      phrases: ["привет", ""]
    }
    const problems = Either.match(compileAllowList(entries), { onLeft: (left) => left, onRight: () => [] })
    expect(problems.map(({ list, index }) => `${list} ${index}`)).toEqual([
      "hosts 1",
      "hosts 2",
      "hosts 3",
      "numbers 1",
      "numbers 2",
      "numbers 3",
      "addresses 2",
      "addresses 3",
      "phrases 1"
    ])
  })

  it("changes nothing if it is empty", () => {
    const text = "Звоните +7 926 123-45-67, пишите на shop.ru, пришлите вашу почту"
    const conversation: Conversation = { messages: [{ sender: "PARTNER", text }] }
    const violations = checkConversation(shippedRules, conversation)
    expect(applyAllowList(violations, conversation, compiled({}))).toEqual(violations)
  })
})
