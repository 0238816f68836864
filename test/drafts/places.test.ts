import { assert, describe, it } from "@effect/vitest"
import { type CutText, readBytes, readString } from "./reading.ts"

const phone = "8 (926) 555‑01‑42"

/** The bytes of the file at the place of `wanted` in a text. */
const cutOut = (texts: ReadonlyArray<CutText>, wanted: string): ReadonlyArray<string> =>
  texts.flatMap(({ text, cut }) => {
    const start = text.indexOf(wanted)
    return start < 0 ? [] : [cut(start, start + wanted.length)]
  })

const keys = (texts: ReadonlyArray<CutText>): ReadonlyArray<string> => texts.map(({ key }) => key)

/** Files of every format; each contains the phone in a nested, escaped, folded or multi-line place. */
const files: Readonly<Record<string, { readonly content: string; readonly key: string; readonly cut?: string }>> = {
  "nested.yaml": {
    content: `ru:\n  orders:\n    delayed:\n      - "Звоните 👩‍👩‍👧 ${phone}!"\n`,
    key: "ru.orders.delayed[0]"
  },
  "single.yaml": { content: `a: 'It''s é ${phone}'\n`, key: "a" },
  "literal.yaml": { content: `a: |-\n  Здравствуйте!\n\n    Наш номер: ${phone}\n  👋\n`, key: "a" },
  "folded.yaml": {
    content: `a:\n  - text: >2+\n      Наш номер: 8 (926)\n      555‑01‑42\n\n`,
    key: "a[0].text",
    cut: "8 (926)555‑01‑42"
  },
  "plain.yaml": {
    content: `a:\n  Наш номер\n    8 (926)\n    555‑01‑42\n`,
    key: "a",
    cut: "8 (926)555‑01‑42"
  },
  "anchored.yaml": { content: `base: &b "Тел ${phone}"\nother: *b\n`, key: "base" },
  "nested.json": { content: `{ "ru": [ { "text": "Тел\\t\\u00ab${phone}\\u00bb 😀" } ] }`, key: "ru[0].text" },
  "strange.json": { content: `{ "__proto__": { "a.b": "Тел ${phone}" } }`, key: '__proto__["a.b"]' },
  "lines.jsonl": { content: `{"id":1,"text":"да"}\n\n{"id":2,"text":"Тел ${phone}"}\n`, key: "row 3, text" },
  "table.csv": { content: `name;text\nпривет;"Это ""наш"" номер\n\n${phone}"\n`, key: "row 2, text" },
  "table.tsv": { content: `name\ttext\nпривет\t${phone} 😀\n`, key: "row 2, text" },
  "ru.po": {
    content: `msgid ""\nmsgstr "Language: ru\\n"\n\n#: a.c:1\nmsgid "call"\nmsgid_plural "calls"\nmsgstr[0] ""\n"Тел\\t"\n"${phone}"\nmsgstr[1] "да"\n`,
    key: "call [0]"
  },
  "reply.txt": { content: `Здравствуйте!\n\nСпасибо.\nТел ${phone}\n`, key: "" },
  "reply.md": { content: `# Ответ\n\n> Здравствуйте,\n> тел **${phone}**\n\n- да\n`, key: "" }
}

describe("places of drafts", () => {
  for (const [name, { content, key, cut = phone }] of Object.entries(files)) {
    for (const [lineEnd, ending] of [
      ["LF", "\n"],
      ["CR LF", "\r\n"],
      ["CR", "\r"]
    ] as const) {
      it(`cut exactly the words out of ${name} with ${lineEnd}, with and without a mark`, async () => {
        const file = content.replaceAll("\n", ending)
        for (const text of [file, `\uFEFF${file}`]) {
          const { texts, errors } = await readString(name, text)
          assert.deepStrictEqual(errors, [])
          const found = texts.filter(({ text: words }) => words.includes("555‑01‑42"))
          assert.deepStrictEqual(keys(found), [key])
          const start = found[0]?.text.indexOf("8 (926)") ?? 0
          const end = (found[0]?.text.indexOf("01‑42") ?? 0) + "01‑42".length
          assert.strictEqual(found[0]?.cut(start, end), cut.replaceAll("\n", ending))
        }
      })
    }
  }

  it("are right in every encoding", async () => {
    const text = "Первая строка\r\nТелефон 8 (926) 555-01-42 «тут» é\n"
    const swapped = (units: Buffer) => Buffer.from(units).swap16()
    const little = Buffer.from(text, "utf16le")
    const cyrillic = Uint8Array.from(text.replace("é", "е"), (character) => {
      const code = character.codePointAt(0) ?? 0
      return code < 0x80 ? code : code === 0xab || code === 0xbb ? code : code - 0x350
    })
    const all = [
      ["utf-16le", Buffer.concat([Buffer.from([0xff, 0xfe]), little])],
      ["utf-16be", Buffer.concat([Buffer.from([0xfe, 0xff]), swapped(little)])],
      ["utf-16le", little],
      ["utf-16be", swapped(little)],
      ["windows-1251", cyrillic]
    ] as const
    for (const [encoding, bytes] of all) {
      const { texts, errors } = await readBytes("a.txt", bytes, encoding)
      assert.deepStrictEqual(errors, [])
      assert.deepStrictEqual(cutOut(texts, "8 (926) 555-01-42 «тут»"), ["8 (926) 555-01-42 «тут»"])
    }
  })

  it("are given for what cannot be read, and the rest is read", async () => {
    const broken = async (name: string, content: string | Uint8Array) => {
      const read = typeof content === "string" ? await readString(name, content) : await readBytes(name, content)
      return [...read.errors.map(({ line, column, problem }) => `${line}:${column} ${problem}`), read.texts.length]
    }
    const damaged = Buffer.concat([Buffer.from("Привет\nмир, как ты"), Buffer.from([0xd0, 0x2e])])
    assert.deepStrictEqual(await broken("a.txt", damaged), ["2:12 notUtf8", 0])
    assert.deepStrictEqual(await broken("a.txt", Buffer.from([0xff, 0xfe, 0x41])), ["1:1 cutUtf16", 0])
    assert.deepStrictEqual(await broken("a.json", '{"a": "да",\n "b": }'), ["2:7 badJson", 1])
    assert.deepStrictEqual(await broken("a.json", '{"a": "да", "a": "нет"}'), [2])
    assert.deepStrictEqual(await broken("a.jsonl", '{"a": "да"}\n{\n{"a": "нет"}\n'), ["2:2 badJson", 2])
    assert.deepStrictEqual(await broken("a.yaml", 'a: "да"\nb: "нет\n'), ["3:1 badYaml", 2])
    assert.deepStrictEqual(await broken("a.csv", 'text\n"да\nнет'), ["2:1 badCsv", 1])
    assert.deepStrictEqual(await broken("a.po", 'msgid "a"\nmsgstr "да"\noops\n'), ["3:1 badGettext", 1])
    assert.deepStrictEqual(await broken("empty.yaml", ""), [0])
    assert.deepStrictEqual(await broken("mark.json", "\uFEFF"), [0])
  })

  it("are right in hostile files too", async () => {
    const bomb = `a: &a ["да да"]\n${Array.from(
      { length: 60 },
      (_, index) =>
        `b${index}: &b${index} [${Array(10)
          .fill(index === 0 ? "*a" : `*b${index - 1}`)
          .join(", ")}]`
    ).join("\n")}\n`
    assert.strictEqual((await readString("bomb.yaml", bomb)).texts.length, 1)
    const deep = await readString("deep.json", `${"[".repeat(100_000)}"да"`)
    assert.deepStrictEqual(
      deep.errors.map(({ problem }) => problem),
      ["tooDeep"]
    )
    const deepYaml = await readString("deep.yaml", `${"[".repeat(100_000)}`)
    assert.deepStrictEqual(
      deepYaml.errors.map(({ problem }) => problem),
      ["tooDeep"]
    )
    // None of these is closed, so each searches for its end.
    const unclosed = await readString("unclosed.md", `<!-- a -->8 926 555-01-42 -->${"<!--".repeat(200_000)}`)
    assert.deepStrictEqual(cutOut(unclosed.texts, "8 926 555-01-42"), ["8 926 555-01-42"])
    assert.deepStrictEqual(cutOut(unclosed.texts, " a "), [])
    const zero = await readString("zero.txt", "Тел\0 8 926 555-01-42")
    assert.deepStrictEqual(cutOut(zero.texts, "8 926 555-01-42"), ["8 926 555-01-42"])
    const lone = Buffer.from("ab\ud800 8 926 555-01-42 да да да", "utf16le")
    const { texts } = await readBytes("lone.txt", lone, "utf-16le")
    assert.deepStrictEqual(cutOut(texts, "8 926 555-01-42"), ["8 926 555-01-42"])
  })
})
