import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { selectValues } from "../../src/drafts/valueSelection.ts"
import { type CutText, readString } from "./reading.ts"

const all = selectValues([])

const words = fc.stringMatching(/^[a-zа-я0-9"\\,;\t\n\r' é😀]{1,40}$/u).filter((text) => /[\p{L}\p{N}]/u.test(text))

/** Letters and digits are verbatim in all of these formats, so the file has them at their places. */
const expectInk = ({ text, cut }: CutText): void => {
  let position = 0
  for (const character of text) {
    const start = position
    position += character.length
    if (/[\p{L}\p{N}\p{So}]/u.test(character)) assert.strictEqual(cut(start, position), character)
  }
}

/** The text, and how the format writes it. */
const formats: Readonly<Record<string, (value: string) => string>> = {
  "a.json": (value) => `{"x": [1, ${JSON.stringify(value)}]}`,
  "a.jsonl": (value) => `{"a":1}\n{"x":${JSON.stringify(value)}}\n`,
  "a.csv": (value) => `n,x\n1,"${value.replaceAll('"', '""')}"\n`,
  "a.tsv": (value) => `n\tx\r\n1\t"${value.replaceAll('"', '""')}"\r\n`,
  "a.po": (value) =>
    `msgid "a"\nmsgstr ""\n${value
      .match(/[\s\S]{1,7}/gu)
      ?.map((piece) => JSON.stringify(piece))
      .join("\n")}\n`
}

describe("escapes", () => {
  for (const [name, write] of Object.entries(formats)) {
    it(`of ${name} are undone, with the place of every character`, async () => {
      await fc.assert(
        fc.asyncProperty(words, async (value) => {
          const { texts, errors } = await readString(name, write(value), all)
          assert.deepStrictEqual(errors, [])
          const read = texts.find(({ text }) => text === value)
          assert.isDefined(read)
          if (read !== undefined) expectInk(read)
        }),
        { numRuns: 300 }
      )
    })
  }
})

describe("value selections", () => {
  const file = JSON.stringify({
    ru: { a: { text: "да", note: "нет" }, list: ["раз", "два"] },
    old: { text: "был" },
    n: 42
  })
  const taken = async (...patterns: ReadonlyArray<string>) =>
    (await readString("a.json", file, selectValues(patterns))).texts.map(({ key }) => key)

  it("include the values at paths that match the patterns", async () => {
    assert.deepStrictEqual(await taken("**.text"), ["ru.a.text", "old.text"])
    assert.deepStrictEqual(await taken("$.ru.**", "!**.note"), ["ru.a.text", "ru.list[0]", "ru.list[1]"])
    assert.deepStrictEqual(await taken("ru.list[1]"), ["ru.list[1]"])
    assert.deepStrictEqual(await taken("ru.*[*]"), ["ru.list[0]", "ru.list[1]"])
    assert.deepStrictEqual(await taken("!old.**", "!ru.**"), ["n"])
    assert.deepStrictEqual(await taken("ru"), [])
  })

  it("are columns in tables", async () => {
    const table = "id,Ответ,Комментарий\n1,да,нет\n"
    const keys = async (...patterns: ReadonlyArray<string>) =>
      (await readString("a.csv", table, patterns.length > 0 ? selectValues(patterns) : undefined)).texts.map(
        ({ key }) => key
      )
    assert.deepStrictEqual(await keys(), ["row 2, Ответ", "row 2, Комментарий"])
    assert.deepStrictEqual(await keys("Комментарий"), ["row 2, Комментарий"])
  })

  it("without a pattern include all texts except technical one-word values", async () => {
    const { texts } = await readString(
      "a.yaml",
      "id: shop.ru\ntype: text\nphone: 8 926 555-01-42\nsite: shop.ru\nn: 42\nok: true\nempty: ''\ndots: '...'\nimage: Кот и пёс\n"
    )
    assert.deepStrictEqual(
      texts.map(({ key }) => key),
      ["phone", "site", "image"]
    )
  })
})
