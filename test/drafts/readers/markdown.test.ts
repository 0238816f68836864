import { describe, expect, it } from "vitest"
import { readString } from "../reading.ts"

const textsIn = async (source: string) => (await readString("a.md", source)).texts.map(({ text }) => text)

describe("a Markdown file", () => {
  it("is read as it is shown: without comments, but with the text on both sides of one", async () => {
    expect(await textsIn("Привет <!-- +7 926 555-01-42 --> мир\n")).toEqual(["Привет  мир"])
    expect(await textsIn("*Курьер:* +7 926 <!-- x -->555-01-42\n")).toEqual(["*Курьер:* +7 926 555-01-42"])
    expect(await textsIn("да\n<!-- a\n\nb --> нет\n")).toEqual(["да", "нет"])
  })

  it("has the places of the text around a comment", async () => {
    const { texts } = await readString("a.md", "Курьер: +7 926 <!-- x -->555-01-42\n")
    expect(texts[0]?.cut(8, 24)).toBe("+7 926 555-01-42")
  })

  it("shows comments in code blocks and unclosed ones", async () => {
    expect(await textsIn("```\n<!-- звоните -->\n```\n\nда <!-- нет\n")).toEqual(["<!-- звоните -->", "да <!-- нет"])
  })

  it("is read without adjacent comments", async () => {
    expect(await textsIn("да <!-- a\nb --> и <!-- c --> нет\n")).toEqual(["да \nи  нет"])
  })

  it("ends a code block in a quote with its fence or with the quote", async () => {
    expect(await textsIn("> ```\n> код\n> ```\n> - раз\n> - два\n")).toEqual(["код", "раз", "два"])
    expect(await textsIn("> ```\n> код\n- раз\n- два\n")).toEqual(["код", "раз", "два"])
  })

  it("opens no code block in front matter", async () => {
    expect(await textsIn("---\nnote: |\n```\n---\n- раз\n- два\n")).toEqual(["note: |", "```", "раз", "два"])
  })

  it("has headings without markers, and separate table rows and lines of front matter", async () => {
    const source = "---\ntitle: Привет\nnote: да\n---\n# Ответ\nтекст\n| a | b |\n|---|---|\n| c | d |\n"
    expect(await textsIn(source)).toEqual([
      "title: Привет",
      "note: да",
      "Ответ",
      "текст",
      "| a | b |",
      "|---|---|",
      "| c | d |"
    ])
  })

  it("has the YAML values of front matter, each in its line", async () => {
    const front = [
      "title: Привет",
      'desc: "\\u002b7 926 555-01-42"',
      "note: >-",
      "  Ждём",
      "  вас",
      "plain: да",
      "  и нет",
      'both: {a: "\\u0434а", b: "нет"}',
      "block: |+",
      "  раз",
      "",
      "  два",
      "",
      "id: 5"
    ].join("\n")
    expect(await textsIn(`---\n${front}\n---\nда\n`)).toEqual([
      "title: Привет",
      "desc: +7 926 555-01-42",
      "note: Ждём вас",
      "plain: да и нет",
      'both: {a: да, b: "нет"}',
      "block: раз\n\nдва\n\n",
      "id: 5",
      "да"
    ])
    const broken = `title: "Привет\ndesc: "\\u002b7 926"`
    expect(await textsIn(`---\n${broken}\n---\nда\n`)).toEqual([...broken.split("\n"), "да"])
  })

  it("reads a line of dashes that opens no front matter as a thematic break", async () => {
    expect(await textsIn("да\n\n---\n\nнет\nи ещё\n")).toEqual(["да", "нет\nи ещё"])
  })

  it("shows what only looks like a comment", async () => {
    for (const shown of [
      "`<!--` звоните `-->`",
      "\\<!-- звоните --\\>-->",
      "``<!-- ` звоните -->``",
      "да <!-- нет\n\nзвоните\n\n-->",
      "- да <!-- нет\n- звоните -->",
      "# да <!--\nзвоните -->",
      "> да <!--\n\nзвоните -->",
      "> <!--\nзвоните\n\n-->",
      "- <!--\nзвоните\n\n-->",
      "````\n```\n<!--\nзвоните\n-->\n````\n\n<!--x-->",
      "~~~\n```\n<!--\nзвоните\n-->\n~~~",
      "- ```\n  <!-- звоните -->\n  ```",
      "```\n    ```\n<!-- звоните -->\n```",
      "текст\n\n    <!-- звоните -->",
      "текст\n\n-     <!-- звоните -->",
      "<!--> звоните -->",
      "да <!--> звоните -->",
      "да <!---> звоните -->",
      "<a title='<!--'>звоните</a><a title='-->'>",
      "<a title='>' x='<!--'>звоните<a title='-->'>",
      "<https://a.example/`> ` <!-- ` звоните -->",
      "да `\n2. нет <!-- ` звоните -->",
      "<![CDATA[ <!-- ]]> звоните -->",
      "---\ntitle: да <!-- звоните -->\n---"
    ]) {
      expect((await textsIn(`${shown}\n`)).join("\n"), shown).toContain("звоните")
    }
  })

  it("does not show comments, wherever they may stand", async () => {
    for (const comment of [
      "<!-- звоните -->",
      "  <!--\n\nзвоните\n\n-->",
      "текст\n<!-- звоните\n\nзвоните -->",
      "- <!-- звоните -->",
      "> <!-- звоните -->",
      "да `код` <!-- звоните --> нет",
      "да <b>жирно</b> <a href='x'>x</a> <br/> 5 < 6 <!-- звоните\nзвоните --> нет",
      "да\n    <!-- звоните -->",
      "# Да <!-- звоните -->\n\n| a <!-- звоните --> | b |",
      "```\nкод\n```\n<!-- звоните -->",
      "<!-- звоните --> да <!-- звоните -->",
      "<!---->да<!-- звоните -->"
    ]) {
      expect((await textsIn(`${comment}\n`)).join("\n"), comment).not.toContain("звоните")
    }
  })

  it("is read in linear time, whatever looks like a comment or its end", async () => {
    for (const piece of ["<!-- `", "<a x='<!--", "`<!--", "<!--\n> ", "- <!--\n", "<a <!-- ", "``` <!-- `` ` "]) {
      await readString("a.md", piece.repeat(20_000))
    }
  })

  it("is read in linear time, however many comments it has", async () => {
    const { texts } = await readString("a.md", "да <!-- x --> нет\n\n".repeat(20_000))
    expect(texts).toHaveLength(20_000)
  })
})
