import { describe, expect, it } from "vitest"
import { DraftReview } from "../../src/check/drafts/DraftReview.ts"
import type { DraftFormat } from "../../src/drafts/DraftFormat.ts"
import { matchesKey } from "../../src/suppressions/configuredSuppressions.ts"
import type { PlacedSuppression } from "../../src/suppressions/Suppressions.ts"
import { parseSuppression } from "../../src/suppressions/WrittenSuppression.ts"
import { judgedFile } from "../check/drafts/judgedFile.ts"
import { shippedRules } from "../engine/shippedRules.ts"

const message = "Номер курьера +7 926 555-01-42"

/** Applies the suppressions of a file to its findings, and returns the suppressed findings and the notices. */
const suppressed = async (
  source: string,
  path: string,
  configured: ReadonlyArray<PlacedSuppression> = [],
  format?: DraftFormat
) => {
  const review = new DraftReview({
    region: "RU",
    reveal: false,
    framed: false,
    identityKey: "k".repeat(64),
    today: "2026-11-27",
    knownRules: new Set(shippedRules.rules.map(({ id }) => id)),
    suppressions: configured,
    accepted: [],
    baselinePathOf: (file) => file
  })
  review.add(await judgedFile(path, source, { format }))
  const { findings, suppressionNotices } = review.finish({ isSelection: false, exists: () => true })
  return {
    open: findings.filter(({ suppression }) => suppression === undefined).map(({ key, rule }) => `${key} ${rule}`),
    held: findings.flatMap(({ key, suppression }) => (suppression === undefined ? [] : [{ key, ...suppression }])),
    notices: suppressionNotices.map(({ line, problem, rule }) => `${line} ${problem} ${rule}`)
  }
}

const sign = "chatlint-disable-next-line"

describe("a suppression in a comment", () => {
  it("applies to the next message of YAML and to no other, with its reason and its end date", async () => {
    const source = `# ${sign} phone-number until=2026-11-27 -- the marketplace's own\na: ${message}\nb: ${message}\n`
    expect(await suppressed(source, "a.yaml")).toEqual({
      open: ["b phone-number"],
      held: [{ key: "a", by: "comment", reason: "the marketplace's own", until: "2026-11-27" }],
      notices: []
    })
  })

  it("applies to the text of a block after it, across comments and empty lines", async () => {
    for (const head of ["a: |", "a: >-  # folded", "a:"]) {
      const source = `x: 1\n# ${sign} phone-number -- known\n\n# another comment\n${head}\n  Добрый день.\n  ${message}\n`
      expect(await suppressed(source, "a.yml")).toMatchObject({ open: [], held: [{ key: "a" }], notices: [] })
    }
  })

  it("applies to one finding beyond the first line of a message, and not to a second one", async () => {
    const comment = `${sign} phone-number -- known`
    const other = "И мой личный +7 903 111-22-33"
    for (const [path, source] of [
      ["a.yaml", `# ${comment}\na: |\n  ${message}\n\n  ${other}\n`],
      ["b.yaml", `# ${comment}\na: |\n  Да\n  ${message}\n  ${other}\n`],
      ["c.yaml", `# ${comment}\na: "${message}\n  ${other}"\n`],
      ["a.md", `<!-- ${comment} -->\n${message}\nда\n${other}\n`],
      ["a.po", `# ${comment}\nmsgid "x"\nmsgstr ""\n"${message}\\n"\n"${other}"\n`]
    ] as const) {
      const { open, held, notices } = await suppressed(source, path)
      expect([open.length, held.length, notices], path).toEqual([1, 1, []])
    }
    const twice = `# ${comment}\n# ${comment}\na: |\n  Да\n  ${message}\n  ${other}\n`
    expect(await suppressed(twice, "a.yaml")).toMatchObject({ open: [], held: [{}, {}], notices: [] })
    expect(await suppressed(`# ${comment}\na: ${message}, ${other}\n`, "a.yaml")).toMatchObject({ open: [] })
    const plural = `# ${comment}\nmsgid "x"\nmsgid_plural "y"\nmsgstr[0] "${message}"\nmsgstr[1] "${message}"\n`
    expect(await suppressed(plural, "a.po")).toMatchObject({ open: [], held: [{}, {}] })
  })

  it("applies in Markdown across lines, in a quote, after text and in capitals", async () => {
    for (const comment of [
      `<!--\n${sign} phone-number\n-- known\n-->`,
      `> <!-- ${sign} phone-number -- known -->\n>`,
      `Добрый день <!-- ${sign} phone-number -- known -->\n`,
      `<!-- ${sign.toUpperCase()} phone-number -- known --> <!-- x -->`
    ]) {
      expect(await suppressed(`${comment}\n${message}\n`, "a.md"), comment).toMatchObject({
        open: [],
        held: [{ reason: "known" }],
        notices: []
      })
    }
    expect(
      await suppressed("```\n<!-- ".concat(sign, " phone-number -- x -->\n", message, "\n```\n"), "a.md")
    ).toMatchObject({
      held: []
    })
  })

  it("accepts a dash before its reason, and spaces around the = of its date", async () => {
    for (const words of ["phone-number — known", "phone-number until = 2027-01-01 – known"]) {
      expect(await suppressed(`# ${sign} ${words}\na: ${message}\n`, "a.yaml"), words).toMatchObject({
        open: [],
        held: [{ reason: "known" }],
        notices: []
      })
    }
  })

  it("is not recognised within a YAML scalar", async () => {
    const source = `a: |\n  # ${sign} phone-number -- known\n  ${message}\nb: "x # ${sign} phone-number -- y"\n`
    expect(await suppressed(source, "a.yaml")).toMatchObject({ open: ["a phone-number"], notices: [] })
  })

  it("applies in Markdown, and to a whole entry of gettext", async () => {
    const markdown = `# Title\n\n<!-- ${sign} phone-number -- known -->\n${message}\n\n${message}\n`
    expect(await suppressed(markdown, "a.md")).toMatchObject({ open: [" phone-number"], held: [{}], notices: [] })
    const gettext = `# ${sign} phone-number -- known\n#: a.c:1\nmsgid "x"\nmsgstr ""\n"${message}"\n\nmsgid "y"\nmsgstr "${message}"\n`
    expect(await suppressed(gettext, "a.po")).toMatchObject({
      open: ["y phone-number"],
      held: [{ key: "x" }],
      notices: []
    })
  })

  it("applies to one entry of gettext, with or without a blank line after it", async () => {
    const entry = (id: string) => `msgid "${id}"\nmsgstr ""\n"${message}"\n`
    const source = `# ${sign} phone-number -- known\n${entry("x")}${entry("y")}#: a.c\n${entry("z")}`
    expect(await suppressed(source, "a.po")).toMatchObject({
      open: ["y phone-number", "z phone-number"],
      held: [{ key: "x" }],
      notices: []
    })
  })

  it("depends on the format that a file is read as, not on its name", async () => {
    const yaml = `# ${sign} phone-number -- known\na: ${message}\n`
    expect(await suppressed(yaml, "a.tpl", [], "yaml")).toMatchObject({ open: [], held: [{ key: "a" }] })
    expect(await suppressed(`<!-- ${sign} phone-number -- known -->\n${message}\n`, "a.md", [], "text")).toMatchObject({
      open: [" phone-number"],
      held: []
    })
  })

  it("applies to the next message if lines end with a lone CR", async () => {
    const source = `x: 1\r# ${sign} phone-number -- known\ra: ${message}\rb: ${message}\r`
    expect(await suppressed(source, "a.yaml")).toMatchObject({
      open: ["b phone-number"],
      held: [{ key: "a" }],
      notices: []
    })
  })

  it("applies in JSON to the object that contains its key", async () => {
    // The reason is not a message.
    const ignored = `"x-chatlint-ignore": "phone-number -- known, as ${message}"`
    const source = `{"a": {${ignored}, "t": "${message}", "n": {"t": "${message}"}}, "b": "${message}"}`
    expect(await suppressed(source, "a.json")).toMatchObject({
      open: ["b phone-number"],
      held: [{ key: "a.t" }, { key: "a.n.t" }],
      notices: []
    })
    const lines = `{"t":"${message}"}\r\n{"t":"${message}",\t"x-chatlint-ignore":["phone-number -- known"]}\r\n`
    expect(await suppressed(lines, "a.jsonl")).toMatchObject({
      open: [expect.stringContaining("1")],
      held: [{}],
      notices: []
    })
  })

  it("applies in JSON with comments and trailing commas", async () => {
    const source = `// c\n{"a": {"t": "${message}", /* d */ "x-chatlint-ignore": "phone-number -- known",}, "b": "${message}"}`
    expect(await suppressed(source, "a.jsonc")).toMatchObject({
      open: ["b phone-number"],
      held: [{ key: "a.t" }],
      notices: []
    })
    const unused = '{\n"a": "Да",\n"x-chatlint-ignore": ["phone-number -- known", 5]}'
    expect(await suppressed(unused, "a.json")).toMatchObject({ notices: ["3 unused phone-number", "3 noRule "] })
  })

  it("applies under its key in YAML too, besides comments and in any document", async () => {
    const source = `a: Да\n---\nb:\n  x-chatlint-ignore: [phone-number -- known]\n  t: ${message}\nc: ${message}\n# ${sign} phone-number -- known\nd: ${message}\n`
    const { open, held, notices } = await suppressed(source, "a.yaml")
    expect([open.length, held.length, notices]).toEqual([1, 2, []])
  })

  it("is not recognised in a text that is sent as it is", async () => {
    expect(await suppressed(`# ${sign} phone-number -- known\n${message}\n`, "a.txt")).toMatchObject({
      held: [],
      notices: []
    })
  })

  it("expires after its last day, which is reported", async () => {
    expect(await suppressed(`# ${sign} phone-number until=2026-11-26 -- known\na: ${message}\n`, "a.yaml")).toEqual({
      open: ["a phone-number"],
      held: [],
      notices: ["1 expired phone-number"]
    })
  })

  it("is reported, with the reason, if it applies to nothing", async () => {
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
    expect(await suppressed(source, "a.yaml")).toEqual({
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

  it("can name several rules", () => {
    expect(parseSuppression("phone-number, outbound-link until=2027-01-31 -- one -- reason")).toEqual([
      { rule: "phone-number", reason: "one -- reason", until: "2027-01-31" },
      { rule: "outbound-link", reason: "one -- reason", until: "2027-01-31" }
    ])
  })
})

describe("the pattern of a key", () => {
  it("matches any characters for a star", () => {
    expect(matchesKey("orders.*", "orders.delayed[2].text")).toBe(true)
    expect(matchesKey("*.text", "orders.delayed.text")).toBe(true)
    expect(matchesKey("orders.*.text", "orders.text")).toBe(false)
    expect(matchesKey("orders", "orders.delayed")).toBe(false)
    expect(matchesKey("a*a", "a")).toBe(false)
    expect(matchesKey("*", "")).toBe(true)
  })

  it("is matched quickly however many stars it has", () => {
    expect(matchesKey(`${"a*".repeat(5000)}b`, "a".repeat(20_000))).toBe(false)
  })
})
