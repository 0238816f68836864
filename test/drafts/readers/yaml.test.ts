import { describe, expect, it } from "vitest"
import { readString } from "../reading.ts"

const textsIn = async (source: string) => (await readString("a.yaml", source)).texts.map(({ text }) => text)

describe("a YAML file", () => {
  it("reports a text that looks like an alias, because it would not be sent as intended", async () => {
    const { texts, errors } = await readString("a.yaml", "hello: добрый день\ntext: *важно*\nlink: *t.me/tea_shop\n")
    expect(texts.map(({ text }) => text)).toEqual(["добрый день"])
    expect(errors.map(({ line, column, detail }) => [line, column, detail])).toEqual([
      [2, 7, "BAD_ALIAS"],
      [3, 7, "BAD_ALIAS"]
    ])
  })

  it("accepts aliases of anchors, in merge keys too", async () => {
    const source = "base: &base {greeting: &hi Здравствуйте}\nother:\n  <<: *base\n  again: *hi\n"
    const { texts, errors } = await readString("a.yaml", source)
    expect(errors).toEqual([])
    expect(texts.map(({ text }) => text)).toEqual(["Здравствуйте"])
  })

  it("resolves anchors only within their document", async () => {
    const { errors } = await readString("a.yaml", "a: &x Привет\n---\nb: *x\n")
    expect(errors.map(({ line }) => line)).toEqual([3])
  })

  it("reads an unquoted phone number, but no id, time, price or count", async () => {
    const source =
      "reply: 89265550142\nphone: +79265550142\norder_id: 89265550142\ncampaignId: 89265550142\n" +
      "created at: 1790000000000\nsku: 4601234567890\nsize: 12\nprice: 1990\nhotline: 88005550142\n"
    expect(await textsIn(source)).toEqual(["89265550142", "+79265550142", "88005550142"])
  })

  it("reads an unquoted card number, and a number whose key names a phone or card", async () => {
    const source =
      "reply: 4111111111111111\ncardNumber: 4111111111111111\nphone_number: 89265550142\norderNumber: 4111111111111111\n"
    expect(await textsIn(source)).toEqual(["4111111111111111", "4111111111111111", "89265550142"])
  })
})
