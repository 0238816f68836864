import { describe, expect, it } from "vitest"
import type { KeyPath } from "../../src/drafts/keyPath.ts"
import { anyMessage } from "../../src/drafts/valueSelection.ts"
import { readString } from "./reading.ts"

const isRead = (value: string, ...path: KeyPath): boolean => anyMessage.takes(path, value, true)

describe("a one-word value", () => {
  it("is a message if a bot offers it to the buyer", async () => {
    const button = '{"keyboard": [[{"id": "main", "type": "link", "text": "Наш канал", "url": "https://t.me/shop"}]]}'
    const texts = async (name: string, source: string) => (await readString(name, source)).texts.map(({ text }) => text)
    expect(await texts("bot.json", button)).toEqual(["Наш канал", "https://t.me/shop"])
    expect(await texts("bot.yaml", "- text: Наш канал\n  url: https://t.me/shop\n")).toEqual([
      "Наш канал",
      "https://t.me/shop"
    ])
    for (const path of [
      ["url"],
      ["buttons", 0, "href"],
      ["button_url"],
      ["shopUrl"],
      ["uri"],
      ["link"],
      ["web_app", "url"]
    ]) {
      for (const value of [
        "https://t.me/shop",
        "shop.ru",
        "tel:+79265550142",
        "https://shop.zip",
        "https://shop.ru/?a=b.png"
      ]) {
        expect(isRead(value, ...path), `${path.join(".")}: ${value}`).toBe(true)
      }
    }
    expect(isRead("https://shop.ru/catalogue.pdf", "file")).toBe(true)
    expect(isRead("89265550142", "url")).toBe(true)
  })

  it("is technical if it says what a thing is, looks like or comes from", () => {
    for (const [value, ...path] of [
      ["shop.ru", "id"],
      ["text/html", "type"],
      ["date-time", "format"],
      ["https://json-schema.org/draft/2020-12/schema", "$schema"],
      ["https://schema.org", "@context"],
      ["http://www.w3.org/2000/svg", "xmlns"],
      ["https://cdn.shop.ru/a", "image"],
      ["https://cdn.shop.ru/a", "src"],
      ["https://cdn.shop.ru/a", "image", "url"],
      ["https://cdn.shop.ru/a", "photos", 0, "url"],
      ["https://cdn.shop.ru/a", "avatar_url"],
      ["https://cdn.shop.ru/a", "thumbnailUrl"],
      ["https://cdn.shop.ru/a/banner.png?v=2", "url"],
      ["//cdn.shop.ru/style.css", "href"],
      ["https://bot.shop.ru/hook", "webhook", "url"],
      ["https://api.shop.ru/v1", "servers", 0, "url"],
      ["https://api.shop.ru/v1", "baseUrl"],
      ["git+https://github.com/shop/bot.git", "repository", "url"],
      ["https://github.com/shop/bot/issues", "bugs", "url"],
      ["https://github.com/somebody", "contributors", 0, "url"],
      ["https://registry.npmjs.org/a/-/a-1.0.0.tgz", "node_modules/a", "resolved"],
      ["texts/msg.ru", "path"]
    ] as const) {
      expect(isRead(value, ...path), `${path.join(".")}: ${value}`).toBe(false)
    }
  })

  it("is always a message with more words", () => {
    expect(isRead("Пишите: https://t.me/shop", "image")).toBe(true)
  })
})
