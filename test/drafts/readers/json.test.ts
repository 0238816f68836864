import { describe, expect, it } from "vitest"
import { selectValues } from "../../../src/drafts/valueSelection.ts"
import { readString } from "../reading.ts"

describe("a JSON file whose keys are texts to translate", () => {
  it("shows the key if the translation is empty", async () => {
    const source = '{"ru":{"Ждём\\u0020вас \\"тут\\"":"","Пишите нам":"Да","ok":"","":""},"list":["",""]}'
    const { texts, errors } = await readString("a.json", source)
    expect(errors).toEqual([])
    expect(texts.map(({ text }) => text)).toEqual(['Ждём вас "тут"', "Да"])
    expect(texts[0]?.cut(0, 4)).toBe("Ждём")
    expect(texts[0]?.key).toBe('ru["Ждём вас \\"тут\\""]')
  })

  it("shows no keys that a selection excludes", async () => {
    const { texts } = await readString("a.json", '{"ru":{"Ждём вас":""},"en":{"Ждём вас":""}}', selectValues(["en.*"]))
    expect(texts.map(({ key }) => key)).toEqual(['en["Ждём вас"]'])
  })
})
