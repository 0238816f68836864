import { describe, expect, it } from "vitest"
import { checkText } from "../../../src/engine/checkConversation.ts"
import { shippedRules } from "../../engine/shippedRules.ts"

const hosts = (text: string) =>
  checkText(shippedRules, text)
    .filter(({ kind }) => kind === "link")
    .map(({ normalized }) => normalized)

describe("links", () => {
  it.each([
    ["https://market.yandex.ru.evil.com/c/77", "market.yandex.ru.evil.com"],
    ["https://market.yandex.ru@evil.com/get", "evil.com"],
    ["market.yandex.ru@evil.com", "evil.com"],
    ["evil.com/?u=market.yandex.ru", "evil.com"],
    ["https://evil.com/market.yandex.ru", "evil.com"],
    ["https://evil.com#market.yandex.ru", "evil.com"],
    ["evilmarket-yandex.ru", "evilmarket-yandex.ru"],
    ["http://market-yandex.ru/order/88121", "market-yandex.ru"],
    ["https://xmarket.yandex.ru/", "xmarket.yandex.ru"],
    ["https://market.yandex.shop/", "market.yandex.shop"],
    ["https://evil.com@market.yandex.ru/", "market.yandex.ru"],
    ["https://market.yandex.ru：80@evil.com/", "evil.com"],
    ["yandex.ru/support/market/../../maps", "yandex.ru"],
    ["yandex.ru/support/marketing", "yandex.ru"]
  ])("does not mistake %s for the marketplace", (text, host) => {
    expect(hosts(text)).toEqual([host])
  })

  it("does not mistake look-alike letters for the marketplace", () => {
    expect(hosts("https://mаrket.yandex.ru/x")).toHaveLength(1)
  })

  it.each([
    "https://market.yandex.ru/my/orders",
    "HTTPS://MARKET.YANDEX.RU/my",
    "market.yandex.ru",
    "m.market.yandex.ru/offer/aB34",
    "partner.market.yandex.ru/legal",
    "market.yandex.kz/x",
    "https://market.yandex.ru/redir?to=https%3A%2F%2Fevil.com",
    "yandex.ru/support/market/ru/return"
  ])("allows %s", (text) => {
    expect(hosts(text)).toEqual([])
  })

  it.each([
    ["shop.ru", "shop.ru"],
    ["[уход](https://orhi-sad.ru/uhod)", "orhi-sad.ru"],
    ["http://203.0.113.45/catalog", "203.0.113.45"],
    ["домчай-еду.рф!", "xn----7sblcewtp5c8a.xn--p1ai"],
    ["xn----8sbehe0acgmw0a2k.xn--p1ai/sorta", "xn----8sbehe0acgmw0a2k.xn--p1ai"],
    ["SKLAD-METALL24.SU", "sklad-metall24.su"],
    ["t.me/shop", "t.me"],
    ["mebel.ru.", "mebel.ru"],
    ["shop​.ru/x", "shop.ru"]
  ])("finds %s", (text, host) => {
    expect(hosts(text)).toEqual([host])
  })

  it.each([
    "photo.jpg и manual.pdf",
    "readme.md, start.sh, archive.zip",
    "прошивка 2.0.1",
    "готово.Завтра",
    "работает.Онлайн",
    "спасибо.дети рады",
    "т.д. и т.п.",
    "руб.за метр",
    "жасайды.AQ және еді.Bosch",
    "It's in stock.No worries, packed it.It is fragile",
    "ASP.NET и Node.js",
    "http://192.168.0.1/",
    "http://localhost:8080/",
    "12.11.2026 в 10.30",
    "......"
  ])("ignores %s", (text) => {
    expect(hosts(text)).toEqual([])
  })
})
