import { describe, expect, it } from "@effect/vitest"
import { type JudgedFile, makeDraftFindings } from "../../src/check/draftFindings.ts"
import { commentSuppressions } from "../../src/suppressions/commentSuppressions.ts"
import { matchesKey } from "../../src/suppressions/configuredSuppressions.ts"
import { Suppressions } from "../../src/suppressions/Suppressions.ts"
import { parseSuppression } from "../../src/suppressions/WrittenSuppression.ts"
import { draftOf, fileOf, judged } from "../check/sampleDrafts.ts"
import { shippedRules } from "../engine/shippedRules.ts"

const findingsOf = makeDraftFindings({
  ruleSet: shippedRules,
  region: "RU",
  locale: "ru",
  reveal: false,
  identityKey: "k".repeat(64)
})

const knownRules = new Set(shippedRules.rules.map(({ id }): string => id))
const today = "2026-11-27"
const message = "Номер курьера +7 926 555-01-42"

/** What the suppressions of a file do to its findings, and what is said of them. */
const suppressed = (file: JudgedFile, path: string) => {
  const suppressions = new Suppressions(commentSuppressions(path, file.source), today, knownRules)
  const findings = findingsOf(file).map((placed) => suppressions.apply(placed).finding)
  return {
    open: findings.filter(({ suppression }) => suppression === undefined).map(({ key, rule }) => `${key} ${rule}`),
    held: findings.flatMap(({ key, suppression }) => (suppression === undefined ? [] : [{ key, ...suppression }])),
    notices: suppressions.notices([path]).map(({ line, problem, rule }) => `${line} ${problem} ${rule}`)
  }
}

const sign = "chatlint-disable-next-line"

describe("a suppression in a comment", () => {
  it("holds for the next message of YAML and for no other, with its reason and its day", () => {
    const source = `# ${sign} phone-number until=2026-11-27 -- the marketplace's own\na: ${message}\nb: ${message}\n`
    const result = suppressed(fileOf(source, { a: message, b: message }), "a.yaml")
    expect(result).toEqual({
      open: ["b phone-number"],
      held: [{ key: "a", by: "comment", reason: "the marketplace's own", until: "2026-11-27" }],
      notices: []
    })
  })

  it("holds for the text of a block behind it, over comments and empty lines", () => {
    for (const head of ["a: |", "a: >-  # folded", "a:"]) {
      const source = `x: 1\n# ${sign} phone-number -- known\n\n# another comment\n${head}\n  Добрый день.\n  ${message}\n`
      const text = `Добрый день.\n  ${message}`
      expect(suppressed(fileOf(source, { a: text }), "a.yml")).toMatchObject({ open: [], notices: [] })
    }
  })

  it("is none within a text of YAML", () => {
    const source = `a: |\n  # ${sign} phone-number -- known\n  ${message}\nb: "x # ${sign} phone-number -- y"\n`
    expect(suppressed(fileOf(source, { a: message }), "a.yaml")).toMatchObject({
      open: ["a phone-number"],
      notices: []
    })
  })

  it("holds in Markdown and for a whole entry of gettext", () => {
    const markdown = `# Title\n\n<!-- ${sign} phone-number -- known -->\n${message}\n\n${message}\n`
    const one = draftOf(markdown, message, { path: "a.md", key: "" })
    const other = draftOf(markdown, message, { path: "a.md", key: "", from: markdown.indexOf(message) + 1 })
    expect(suppressed({ source: markdown, drafts: [judged(one), judged(other)] }, "a.md")).toMatchObject({
      open: [" phone-number"],
      held: [{ reason: "known" }],
      notices: []
    })
    const gettext = `# ${sign} phone-number -- known\n#: a.c:1\nmsgid "x"\nmsgstr "${message}"\n\nmsgid "y"\nmsgstr "${message}"\n`
    expect(suppressed(fileOf(gettext, { x: message, y: message }), "a.po")).toMatchObject({
      open: ["y phone-number"],
      held: [{ key: "x" }],
      notices: []
    })
  })

  it("holds in JSON for the object in which its key stands", () => {
    const ignored = `"x-chatlint-ignore": "phone-number -- known"`
    const source = `{"a": {${ignored}, "t": "${message}", "n": {"t": "${message}"}}, "b": "${message}"}`
    const file = fileOf(source, { "a.t": message, "a.n.t": message, b: message })
    expect(suppressed(file, "a.json")).toMatchObject({ open: ["b phone-number"], notices: [] })
    const lines = `{"t":"${message}"}\n{"t":"${message}",\t"x-chatlint-ignore":["phone-number -- known"]}\n`
    const rows = fileOf(lines, { "row 1": message, "row 2": message })
    expect(suppressed(rows, "a.jsonl")).toMatchObject({ open: ["row 1 phone-number"], notices: [] })
  })

  it("is none in a text that is sent as it is", () => {
    const source = `# ${sign} phone-number -- known\n${message}\n`
    expect(suppressed(fileOf(source, { "": message }), "a.txt")).toMatchObject({ held: [], notices: [] })
  })

  it("counts again behind its last day, and says so", () => {
    const source = `# ${sign} phone-number until=2026-11-26 -- known\na: ${message}\n`
    expect(suppressed(fileOf(source, { a: message }), "a.yaml")).toEqual({
      open: ["a phone-number"],
      held: [],
      notices: ["1 expired phone-number"]
    })
  })

  it("is told of when it holds for nothing, and why", () => {
    const source = [
      `# ${sign} phone-number -- nothing here`,
      "a: Добрый день",
      `# ${sign} phone-number`,
      `# ${sign} -- a reason`,
      `# ${sign} phone-number until=2026-02-30 -- a day that is none`,
      `# ${sign} fone-number -- misspelt`,
      "# chatlint-disable phone-number -- without an end",
      `b: ${message}`
    ].join("\n")
    expect(suppressed(fileOf(source, { a: "Добрый день", b: message }), "a.yaml")).toEqual({
      open: ["b phone-number"],
      held: [],
      notices: [
        "1 unused phone-number",
        "3 noReason phone-number",
        "4 noRule ",
        "5 badDate phone-number",
        "6 unknownRule fone-number",
        "7 noRule "
      ]
    })
  })

  it("names several rules at once", () => {
    expect(parseSuppression("phone-number, outbound-link until=2027-01-31 -- one -- reason")).toEqual([
      { rule: "phone-number", reason: "one -- reason", until: "2027-01-31" },
      { rule: "outbound-link", reason: "one -- reason", until: "2027-01-31" }
    ])
  })
})

describe("the pattern of a key", () => {
  it("takes any letters for a star", () => {
    expect(matchesKey("orders.*", "orders.delayed[2].text")).toBe(true)
    expect(matchesKey("*.text", "orders.delayed.text")).toBe(true)
    expect(matchesKey("orders.*.text", "orders.text")).toBe(false)
    expect(matchesKey("orders", "orders.delayed")).toBe(false)
    expect(matchesKey("a*a", "a")).toBe(false)
    expect(matchesKey("*", "")).toBe(true)
  })

  it("takes no time that grows with the stars", () => {
    expect(matchesKey(`${"a*".repeat(5000)}b`, "a".repeat(20_000))).toBe(false)
  })
})
