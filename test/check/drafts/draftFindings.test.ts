import { describe, expect, it } from "vitest"
import { draftFindings } from "../../../src/check/drafts/draftFindings.ts"
import { judgedFile } from "./judgedFile.ts"

const key = "k".repeat(64)

const findingsOf = async (source: string, { path = "a.yaml", reveal = false, identityKey = key } = {}) =>
  draftFindings(await judgedFile(path, source, { reveal }), { region: "RU", reveal, framed: true, identityKey }).map(
    ({ finding }) => finding
  )

const idsOf = async (source: string, options = {}) => (await findingsOf(source, options)).map(({ id }) => id)

const phone = "+7 926 555-01-42"
const otherPhone = "+7 926 555-01-43"
const message = `Номер курьера ${phone}.`

describe("findings whose lines nobody sees", () => {
  it("are the same without their frames", async () => {
    const options = { region: "RU", reveal: false, identityKey: key }
    const judged = await judgedFile("a.yaml", `greeting: ${message}\n`)
    const framed = draftFindings(judged, { ...options, framed: true })
    expect(framed[0]?.finding.frame).not.toEqual([])
    expect(draftFindings(judged, { ...options, framed: false })).toEqual(
      framed.map(({ draft, finding }) => ({ draft, finding: { ...finding, frame: [] } }))
    )
  })
})

describe("the id of a finding in a draft", () => {
  it("does not change when the file is moved, reformatted, masked or revealed", async () => {
    const ids = await idsOf(`greeting: ${message}\n`)
    expect(ids).toHaveLength(1)
    expect(await idsOf(`# moved\n\ngreeting: >-\n    Номер курьера\n    ${phone}.\n`, { path: "b/c.yaml" })).toEqual(
      ids
    )
    expect(await idsOf(JSON.stringify({ greeting: message }), { path: "a.json" })).toEqual(ids)
    expect(await idsOf(`greeting: ${message}\n`, { reveal: true })).toEqual(ids)
  })

  it("does not change when the contact is only written differently", async () => {
    expect(await idsOf("greeting: Номер курьера 8 (926) 555 01 42.")).toEqual(await idsOf(`greeting: ${message}`))
  })

  it("does not change with words that are marked but not matched", async () => {
    const before = await idsOf("greeting: Завтра утром напишите нам в телеграм")
    expect(before).toHaveLength(1)
    expect(await idsOf("greeting: Сегодня напишите нам в телеграм")).toEqual(before)
  })

  it("differs for another page of the same site", async () => {
    const pages = [
      "t.me/shop",
      "t.me/Other",
      "t.me/other",
      "t.me/shop?start=1",
      "https://t.me",
      "т точка me слэш third"
    ]
    const ids = await Promise.all(pages.map((page) => idsOf(`greeting: "Ссылка ${page} для вас"`)))
    expect(new Set(ids.flat()).size).toBe(pages.length)
    expect(await idsOf('greeting: "Ссылка https://t.me/shop, для вас"')).toEqual(ids[0])
    expect(await idsOf('greeting: "Ссылка t.me/ для вас"')).toEqual(ids[4])
  })

  it("differs for another key, match or identity key", async () => {
    const others = [
      await idsOf(`greeting: ${message}`),
      await idsOf(`farewell: ${message}`),
      await idsOf(`greeting: ${message.replace(phone, otherPhone)}`),
      await idsOf(`greeting: ${message}`, { identityKey: "l".repeat(64) })
    ].flat()
    expect(new Set(others).size).toBe(4)
  })

  it("distinguishes equal matches under one key by their order", async () => {
    const ids = await idsOf(`greeting: ${message} Ещё раз ${phone}.`)
    expect(new Set(ids).size).toBe(2)
    expect(ids).toEqual(expect.arrayContaining(await idsOf(`greeting: ${message}`)))
  })

  it("distinguishes different words of one rule, even in one message", async () => {
    const asks = "Напишите нам в телеграм."
    const before = await idsOf(`greeting: ${asks}`)
    const after = await idsOf(`greeting: ${asks} Пришлите ваш номер телефона.`)
    expect(before).toHaveLength(1)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(new Set(after).size).toBe(2)
  })

  it("does not change with items inserted before it in a list", async () => {
    expect(await idsOf(`a:\n- Добрый день\n- ${message}`)).toEqual(await idsOf(`a:\n- ${message}`))
  })
})

describe("the presentation of a finding in a draft", () => {
  it("has the position of each span, the masked match and a compliant rewrite", async () => {
    const [finding] = await findingsOf(`a: Добрый день\ngreeting: ${message}\n`)
    expect(finding).toMatchObject({ path: "a.yaml", key: "greeting", status: "new", match: "+7926•••••42" })
    expect(finding?.spans[0].start).toMatchObject({ line: 2, column: 25 })
    expect(finding?.spans[0].end).toMatchObject({ line: 2, column: 41 })
    expect(finding?.suggestion).toMatch(/\p{L}/u)
  })

  it("marks the masked match in its line, with a line on each side", async () => {
    const [finding] = await findingsOf(`a: Добрый день\ngreeting: ${message}\nb: Спасибо\n`)
    expect(finding?.frame).toEqual([
      { number: 1, text: "a: Добрый день", marks: [] },
      { number: 2, text: "greeting: Номер курьера ██████.", marks: [{ start: 24, end: 30 }] },
      { number: 3, text: "b: Спасибо", marks: [] }
    ])
  })

  it("marks every line of a match across lines, and masks its parts", async () => {
    const [finding] = await findingsOf("greeting: |\n  Номер курьера +7 926\n  555-01-42 до шести\n")
    expect(finding?.spans).toHaveLength(2)
    expect(finding?.frame.map(({ text }) => text)).toEqual([
      "greeting: |",
      "  Номер курьера ██████",
      "  ██████ до шести"
    ])
  })

  it("masks every contact in the lines around: of other drafts, comments and escapes", async () => {
    const escaped = (text: string) =>
      text
        .split("")
        .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
        .join("")
    const source = `a: "Почта: sales@shop.ru"\nb: "${message}"\nc: "Звоните ${escaped(otherPhone)}" # 8 916 555-01-44\n`
    const findings = await findingsOf(source)
    const shown = findings.flatMap(({ frame, match, key: name }) => [...frame.map(({ text }) => text), match, name])
    for (const secret of ["555-01", "sales", "shop.ru", escaped("926"), escaped("555")]) {
      expect(shown.join("\n")).not.toContain(secret)
    }
    expect(shown.join("\n")).toContain("██████")
  })

  it("masks the default contacts of placeholders, in whatever form", async () => {
    const holes = [
      '{{ phone | default: "8 916 555-01-44" }}',
      `{{ email || 'sales@shop.ru' }}`,
      '{{ telegram: "@tea_shop" }}',
      "{{ phone ?? 8(916)5550144 }}"
    ]
    const findings = await findingsOf(holes.join("\n\n"), { path: "a.txt" })
    const shown = findings.flatMap(({ match, frame }) => [match, ...frame.map(({ text }) => text)]).join("\n")
    for (const secret of ["555", "sales", "shop"]) expect(shown).not.toContain(secret)
    expect(findings.map(({ match }) => match)).toContain('{{ phone | default: "•••" }}')
    const revealed = await findingsOf(holes.join("\n\n"), { path: "a.txt", reveal: true })
    expect(revealed.map(({ match }) => match)).toContain(holes[0])
  })

  it("masks a contact in the key of a translation, and keeps a path of keys", async () => {
    const [translated] = await findingsOf(`msgid "t.me/tea_shop"\nmsgstr "${message}"\n`, { path: "a.po" })
    expect(translated?.key).not.toContain("tea_shop")
    const [nested] = await findingsOf(`orders:\n  info: ["${message}"]\n`)
    expect(nested?.key).toBe("orders.info[0]")
  })

  it("masks nothing if contacts are to be revealed", async () => {
    const source = `greeting: ${message} # 8 916 555-01-44`
    const [finding] = await findingsOf(source, { reveal: true })
    expect(finding?.match).toBe(phone)
    expect(finding?.frame[0]?.text).toBe(source)
    const [{ start, end } = { start: 0, end: 0 }] = finding?.frame[0]?.marks ?? []
    expect(finding?.frame[0]?.text.slice(start, end)).toBe(phone)
  })

  it("cuts a long line around the match, and reads no more of it", async () => {
    const source = `${"слово ".repeat(100_000)}${message}${" слово".repeat(100_000)}`
    const [finding] = await findingsOf(source, { path: "a.txt" })
    const [line] = finding?.frame ?? []
    expect(line?.text.length).toBeLessThan(600)
    expect(line?.text).toMatch(/^….*██████\..*…$/)
    expect(line?.text.slice(line.marks[0]?.start, line.marks[0]?.end)).toBe("██████")
  })

  it("leaves the words of a request and placeholders readable", async () => {
    const [asks] = await findingsOf("Напишите нам в телеграм\n", { path: "a.txt" })
    expect(asks?.frame[0]?.text).toContain("телеграм")
    const [hole] = await findingsOf("Номер {agent_phone}\n", { path: "a.txt" })
    expect(hole?.frame[0]).toEqual({ number: 1, text: "Номер {agent_phone}", marks: [{ start: 6, end: 19 }] })
  })

  it("masks the contact in a key that is a text, and leaves a path of keys", async () => {
    const gettext = `msgid "Call us ${phone}"\nmsgstr "${message}"\n`
    expect((await findingsOf(gettext, { path: "a.po" }))[0]?.key).toBe("Call us •••")
    expect((await findingsOf(`contacts:\n  name:\n  - text: ${message}`))[0]?.key).toBe("contacts.name[0].text")
    expect((await findingsOf(`k.89265550142: ${message}`))[0]?.key).not.toContain("5550142")
  })
})
