import { describe, expect, it } from "vitest"
import { readString } from "../reading.ts"

const textsIn = async (source: string) => (await readString("a.yaml", source)).texts.map(({ text }) => text)

describe("a YAML file", () => {
  it("tells a text that begins like an alias, since nobody would be sent it as it is meant", async () => {
    const { texts, errors } = await readString("a.yaml", "hello: добрый день\ntext: *важно*\nlink: *t.me/tea_shop\n")
    expect(texts.map(({ text }) => text)).toEqual(["добрый день"])
    expect(errors.map(({ line, column, detail }) => [line, column, detail])).toEqual([
      [2, 7, "BAD_ALIAS"],
      [3, 7, "BAD_ALIAS"]
    ])
  })

  it("lets an alias pass that repeats what was written before, in merged keys too", async () => {
    const source = "base: &base {greeting: &hi Здравствуйте}\nother:\n  <<: *base\n  again: *hi\n"
    const { texts, errors } = await readString("a.yaml", source)
    expect(errors).toEqual([])
    expect(texts.map(({ text }) => text)).toEqual(["Здравствуйте"])
  })

  it("knows anchors within their own document alone", async () => {
    const { errors } = await readString("a.yaml", "a: &x Привет\n---\nb: *x\n")
    expect(errors.map(({ line }) => line)).toEqual([3])
  })

  it("reads a number to dial without quotation marks, and no id, time, price or count", async () => {
    const source =
      "reply: 89265550142\nphone: +79265550142\norder_id: 89265550142\ncampaignId: 89265550142\n" +
      "created at: 1790000000000\nsku: 4601234567890\nsize: 12\nprice: 1990\nhotline: 88005550142\n"
    expect(await textsIn(source)).toEqual(["89265550142", "+79265550142", "88005550142"])
  })

  it("reads the number of a card without quotation marks, and one that its key calls a phone's or a card's", async () => {
    const source =
      "reply: 4111111111111111\ncardNumber: 4111111111111111\nphone_number: 89265550142\norderNumber: 4111111111111111\n"
    expect(await textsIn(source)).toEqual(["4111111111111111", "4111111111111111", "89265550142"])
  })
})
