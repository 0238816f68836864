import { describe, expect, it } from "@effect/vitest"
import { type JudgedFile, makeDraftFindings } from "../../src/check/draftFindings.ts"
import { shippedRules } from "../engine/shippedRules.ts"
import { escaped, escapedDraft, fileOf, judged } from "./sampleDrafts.ts"

const options = {
  ruleSet: shippedRules,
  region: "RU",
  locale: "ru",
  reveal: false,
  identityKey: "k".repeat(64)
} as const

const findingsOf = (file: JudgedFile, changed: Partial<typeof options> | { reveal: boolean } = {}) =>
  makeDraftFindings({ ...options, ...changed })(file).map(({ finding }) => finding)

const phone = "+7 926 555-01-42"
const otherPhone = "+7 926 555-01-43"
const message = `Позвоните нам: ${phone}.`

const idsOf = (file: JudgedFile, changed = {}) => findingsOf(file, changed).map(({ id }) => id)

describe("the id of a finding in a draft", () => {
  const file = fileOf(`greeting: ${message}\n`, { greeting: message })

  it("stays when the file is moved, laid out anew, masked or revealed", () => {
    const ids = idsOf(file)
    expect(ids.length).toBeGreaterThan(0)
    const elsewhere = fileOf(`# moved\n\ngreeting:\n    ${message}\n`, { greeting: message }, "other/b.yaml")
    expect(idsOf(elsewhere)).toEqual(ids)
    expect(idsOf(file, { reveal: true })).toEqual(ids)
  })

  it("stays when the contact is only written in another way", () => {
    const spaced = "Позвоните нам: 8 (926) 555 01 42."
    const one = findingsOf(file).find(({ rule }) => rule === "phone-number")
    const other = findingsOf(fileOf(spaced, { greeting: spaced })).find(({ rule }) => rule === "phone-number")
    expect(other?.id).toBe(one?.id)
  })

  it("is another one for another key, match, rule and identity key", () => {
    const others = [
      idsOf(file),
      idsOf(fileOf(`farewell: ${message}`, { farewell: message })),
      idsOf(fileOf(message.replace(phone, otherPhone), { greeting: message.replace(phone, otherPhone) })),
      idsOf(file, { identityKey: "l".repeat(64) })
    ].map((ids) => ids.at(-1))
    expect(new Set(others).size).toBe(others.length)
  })

  it("tells equal matches under one key apart, by their order", () => {
    const twice = `${message} Ещё раз: ${phone}.`
    const ids = idsOf(fileOf(twice, { greeting: twice }))
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(idsOf(file)))
    expect(ids.length).toBeGreaterThan(idsOf(file).length)
  })

  it("tells other words of one rule apart, also in one message", () => {
    const asks = "Напишите нам в телеграм."
    const more = `${asks} Пришлите ваш номер телефона.`
    const before = idsOf(fileOf(asks, { greeting: asks }))
    const after = idsOf(fileOf(more, { greeting: more }))
    expect(before.length).toBeGreaterThan(0)
    expect(after).toEqual(expect.arrayContaining(before))
    expect(new Set(after).size).toBeGreaterThan(before.length)
  })

  it("does not change with what is put in before it in a list", () => {
    const alone = fileOf(`- ${message}`, { "greetings[0]": message })
    const second = fileOf(`- Добрый день\n- ${message}`, { "greetings[0]": "Добрый день", "greetings[1]": message })
    expect(idsOf(second)).toEqual(idsOf(alone))
  })
})

describe("what is shown of a finding in a draft", () => {
  it("has the place of each stretch, the masked match and a rewrite that breaks no rule", () => {
    const source = `a: x\ngreeting: ${message}\n`
    const finding = findingsOf(fileOf(source, { greeting: message })).find(({ rule }) => rule === "phone-number")
    expect(finding).toMatchObject({ path: "a.yaml", key: "greeting", status: "new", match: "+7926•••••42" })
    expect(finding?.spans[0].start).toMatchObject({ line: 2, column: 26 })
    expect(finding?.spans[0].end).toMatchObject({ line: 2, column: 42 })
    expect(finding?.suggestion).toMatch(/\p{L}/u)
  })

  it("marks the match in its line, hidden, with a line on each side", () => {
    const finding = findingsOf(fileOf(`a: x\ngreeting: ${message}\nb: y\n`, { greeting: message })).find(
      ({ rule }) => rule === "phone-number"
    )
    expect(finding?.frame).toEqual([
      { number: 1, text: "a: x", marks: [] },
      { number: 2, text: "greeting: Позвоните нам: ██████.", marks: [{ start: 25, end: 31 }] },
      { number: 3, text: "b: y", marks: [] }
    ])
  })

  it("hides every contact in the lines around: of other drafts, of comments, of escapes", () => {
    const beside = JSON.stringify("Почта: sales@shop.ru")
    const hiding = escaped(`Звоните ${otherPhone}`)
    const source = `{"a":${beside},\n"b":"${message}","c":"${hiding}"} // ${"8 916 555-01-44"}\n`
    const file: JudgedFile = {
      source,
      drafts: [
        ...fileOf(source, { b: message }).drafts,
        judged(escapedDraft(source, `Звоните ${otherPhone}`, source.indexOf(hiding), "a.json", "c"))
      ]
    }
    const shown = findingsOf(file).flatMap(({ frame, match, key }) => [...frame.map(({ text }) => text), match, key])
    const all = shown.join("\n")
    for (const secret of ["555-01", "sales@", "shop.ru", escaped("926"), escaped("555")])
      expect(all).not.toContain(secret)
    expect(all).toContain("██████")
    expect(all).toContain("•••")
  })

  it("hides nothing when it is to be revealed", () => {
    const file = fileOf(`greeting: ${message} // 8 916 555-01-44`, { greeting: message })
    const [finding] = findingsOf(file, { reveal: true }).filter(({ rule }) => rule === "phone-number")
    expect(finding?.match).toBe(phone)
    expect(finding?.frame[0]?.text).toBe(`greeting: ${message} // 8 916 555-01-44`)
    const [{ start, end } = { start: 0, end: 0 }] = finding?.frame[0]?.marks ?? []
    expect(finding?.frame[0]?.text.slice(start, end)).toBe(phone)
  })

  it("cuts a long line around the match, and reads no more of it", () => {
    const source = `${"слово ".repeat(200_000)}${message}${" слово".repeat(200_000)}`
    const finding = findingsOf(fileOf(source, { greeting: message })).find(({ rule }) => rule === "phone-number")
    const [line] = finding?.frame ?? []
    expect(line?.text.length).toBeLessThan(600)
    expect(line?.text).toMatch(/^….*██████\..*…$/)
    expect(line?.text.slice(line.marks[0]?.start, line.marks[0]?.end)).toBe("██████")
  })

  it("hides the contact in a key that is a text, and leaves a path of keys", () => {
    const key = `Call us: ${phone}`
    const shown = (name: string) => findingsOf(fileOf(message, { [name]: message }))[0]?.key
    expect(shown(key)).toBe("Call us: •••")
    expect(shown("contacts.name[2].text")).toBe("contacts.name[2].text")
    expect(shown("k.89265550142")).not.toContain("5550142")
  })
})
