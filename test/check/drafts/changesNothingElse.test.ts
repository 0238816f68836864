import { describe, expect, it } from "vitest"
import { changesNothingElse } from "../../../src/check/drafts/changesNothingElse.ts"
import { judgedFile } from "./judgedFile.ts"

/** Whether a file is unchanged except for text number `index`, which was replaced by "Да". */
const isSameBut = async (path: string, before: string, after: string | Uint8Array, index: number) => {
  const { file, source, variants } = await judgedFile(path, before)
  const start = variants[index]?.text.written?.start ?? -1
  const bytes = typeof after === "string" ? new TextEncoder().encode(after) : after
  return changesNothingElse(file, bytes, source, new Map([[start, "Да"]]))
}

describe("a rewritten file", () => {
  it("may differ in the replaced text and in the blanks around it", async () => {
    for (const [path, before, after] of [
      ["a.yaml", "a: |\n  нет\nb: 1\n", "a: |\n  Да\nb: 1\n"],
      ["a.csv", "text;id\n нет ;1\n", "text;id\nДа;1\n"],
      ["first.csv", "1;нет!\n2;в\n", "1;Да\n2;в\n"],
      ["a.po", 'msgid "a"\nmsgstr "нет\\n"\n', 'msgid "a"\nmsgstr "Да\\n"\n']
    ] as const) {
      expect(await isSameBut(path, before, after, path === "first.csv" ? 1 : 0), path).toBe(true)
    }
  })

  it("may differ in nothing else", async () => {
    for (const [path, before, after] of [
      ["lost.yaml", "a: нет\nb: текст\n", "a: Да\n"],
      ["word.yaml", "a: нет\nb: текст\n", "a: Да\nb: текс\n"],
      ["key.yaml", "a: нет\nb: текст\n", "a: Да\nc: текст\n"],
      ["machine.yaml", "a: нет\nurl: x\n", "a: Да\n"],
      ["number.json", '{"a":"нет","n":1}', '{"a":"Да","n":2}'],
      ["fault.json", '{"a":"нет","b":"да"}', '{"a":"Да","b":"да"'],
      ["other.json", '{"a":"нет"}', '{"a":"Нет"}'],
      ["cell.csv", "a;нет!\nb;в\n", "Да\nb;в\n"],
      ["phone.csv", "text;phone\nнет;79265550142\n", "text;phone\nДа;\n"],
      ["more.txt", "нет\n\nда\n", "Да\n\nда\n\nда\n"]
    ] as const) {
      expect(await isSameBut(path, before, after, path === "cell.csv" ? 1 : 0), path).toBe(false)
    }
  })

  it("keeps its encoding", async () => {
    expect(await isSameBut("a.txt", "нет", new Uint8Array([0xff, 0xfe, 0x14, 0x04, 0x30, 0x04]), 0)).toBe(false)
  })
})
