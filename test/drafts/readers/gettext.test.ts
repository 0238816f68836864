import { describe, expect, it } from "vitest"
import { selectValues } from "../../../src/drafts/valueSelection.ts"
import { readString } from "../reading.ts"

const textsIn = async (source: string) => (await readString("a.po", source)).texts.map(({ text }) => text)

describe("a gettext file", () => {
  it("has texts even if the msgid is a technical key", async () => {
    const source = 'msgid "_Call"\nmsgstr "+79265550142"\n\nmsgid "Path"\nmsgstr "t.me/tea_shop"\n'
    expect(await textsIn(source)).toEqual(["+79265550142", "t.me/tea_shop"])
  })

  it("has a header with an empty msgid, which is a message if it has a context", async () => {
    const source = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgctxt "footer"\nmsgid ""\nmsgstr "Спасибо"\n'
    expect(await textsIn(source)).toEqual(["Спасибо"])
  })

  it("shows the original of an untranslated entry, and both texts of a fuzzy one", async () => {
    const source =
      'msgid "Hello"\nmsgstr ""\n#, fuzzy, c-format\nmsgid "Bye"\nmsgstr "Пока"\n#, c-format\nmsgid "Yes"\nmsgstr "Да"\n'
    expect(await textsIn(source)).toEqual(["Hello", "Bye", "Пока", "Да"])
  })

  it("is selected from by msgid and context", async () => {
    const source = 'msgctxt "mail"\nmsgid "a"\nmsgstr "да"\n\nmsgid "b"\nmsgstr "нет"\n'
    const { texts } = await readString("a.po", source, selectValues(["mail: a"]))
    expect(texts.map(({ text }) => text)).toEqual(["да"])
  })
})
