import { readFileSync } from "node:fs"
import { describe, expect, it } from "@effect/vitest"
import { DOMParser, type Element, onErrorStopParsing } from "@xmldom/xmldom"
import ajvDraft04 from "ajv-draft-04"
import ajvFormats from "ajv-formats"
import { Effect, Stream } from "effect"
import fc from "fast-check"
import { RuleId } from "../../../src/domain/Rule.ts"
import { checkstyle } from "../../../src/report/drafts/checkstyle.ts"
import { concise } from "../../../src/report/drafts/concise.ts"
import type { DraftReport, DraftReportFormat } from "../../../src/report/drafts/DraftReport.ts"
import { github } from "../../../src/report/drafts/github.ts"
import { gitlab } from "../../../src/report/drafts/gitlab.ts"
import { json } from "../../../src/report/drafts/json.ts"
import { jsonl } from "../../../src/report/drafts/jsonl.ts"
import { junit } from "../../../src/report/drafts/junit.ts"
import { sarif } from "../../../src/report/drafts/sarif.ts"
import { terminal } from "../../../src/report/drafts/terminal.ts"
import { visibleText } from "../../../src/text/visibleText.ts"
import { dangerousIn } from "../dangerousIn.ts"
import { draftFinding, draftOptions, draftReport, draftSituations, range } from "./sampleDraftReports.ts"

const escape = "\u001b"

/** Attacks by a file name, a key, a text or a reason on whatever displays it. */
const attacks: Readonly<Record<string, string>> = {
  "clear screen and title": `${escape}[2J${escape}]0;PWN\u0007`,
  "OSC 8 link": `${escape}]8;;https://evil.example${escape}\\market.yandex.ru${escape}]8;;${escape}\\`,
  "OSC 52 clipboard": `${escape}]52;c;cm0gLXJmIC8=\u0007`,
  "C1 introducer": "\u009b2J\u009d0;PWN\u009c",
  "overwriting a line": "violation\r✓ Clean",
  "a line of its own": "violation\n✓ Чисто: нарушений нет.\n\u0085\u2028\u2029✓",
  "bidi override": "\u202egnp.exe\u202c \u2066x\u2069 \u200f \u061c",
  "zero-width characters": "8\u200b9\u200c0\u200d0\u2060\ufeff",
  "lone surrogates": "\ud83d x \udc00",
  "not a character of XML": "\u0000\u0001\u000b\ufffe\uffff\u{1ffff}",
  script: `<script>alert(1)</script><img src=x onerror="alert('1')">`,
  "end of a comment and of a section": "--><![endif] ]]> &#x0; &nbsp; <![CDATA[",
  "an attribute of its own": `"><a href="javascript:x" a='b`,
  "templates and look-ups": `{{7*7}} {0} \${jndi:ldap://x} [x](javascript:alert) ![](https://beacon.example)`,
  "a workflow command": "x\n::error file=a.js,line=1::PWN\r\n::stop-commands::x",
  "an encoded workflow command": "%0A::error file=a::PWN%0D%0A",
  "a workflow command at the start": "::set-env name=PATH::/tmp",
  "separators of a command": "a,b=c:d::e,endLine=99",
  formula: `=HYPERLINK("https://evil.example")`,
  "marks and mentions": "```` | @channel `x`"
}

/** A report that has the text in every external field. */
const reportOf = (text: string, rule = RuleId.make(text, { disableValidation: true })): DraftReport =>
  draftReport({
    complete: false,
    findings: [
      draftFinding({
        rule,
        path: text,
        key: text,
        match: text,
        suggestion: text,
        spans: [range(1, 1, 1, 2), range(2, 1, 2, 2)],
        frame: [{ number: 1, text, marks: [{ start: 0, end: text.length }] }]
      }),
      draftFinding({ path: text, suppression: { by: "comment", reason: text, until: text } })
    ],
    notChecked: [{ path: text, line: 1, column: 1, reason: text, message: text }],
    suppressionNotices: [{ path: text, line: 1, problem: "badDate", rule: text, until: text }]
  })

const write = (format: DraftReportFormat, report: DraftReport): string =>
  Effect.runSync(Stream.mkString(format.write(report, draftOptions("ru"))))

const schema: object = JSON.parse(
  // Published as sarif-2.1.0-rtm.5 by the OASIS committee; the copy is that of npm's @microsoft/jest-sarif
  // 1.0.0-beta.0.
  readFileSync(new URL("sarif-schema-2.1.0.json", import.meta.url), "utf8")
)
// One pattern of the schema has a stray bracket, which is valid only without the `u` flag.
const ajv = new ajvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false })
ajvFormats.default(ajv)
const isSarif = ajv.compile(schema)

const sarifErrors = (text: string): unknown => {
  isSarif(JSON.parse(text))
  return isSarif.errors
}

/** The elements with this name; throws if the text is not well-formed. */
const elements = (xml: string, name: string): ReadonlyArray<Element> =>
  Array.from(new DOMParser({ onError: onErrorStopParsing }).parseFromString(xml, "text/xml").getElementsByTagName(name))

/** Parses a line as GitHub's runner does (https://github.com/actions/runner): a command or nothing. */
const commandOf = (line: string) => {
  const found = /^::([^ :]+)(?: (.*?))?::(.*)$/.exec(line.trimStart())
  if (found === null) return undefined
  const decode = (text: string) =>
    text.replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%3A", ":").replaceAll("%2C", ",")
  return {
    name: found[1],
    properties: Object.fromEntries(
      (found[2] ?? "").split(",").map((pair) => {
        const [key = "", ...value] = pair.split("=")
        return [key, decode(value.join("=")).replaceAll("%25", "%")]
      })
    ),
    message: (found[3] ?? "").replaceAll("%0D", "\r").replaceAll("%0A", "\n").replaceAll("%25", "%")
  }
}

const holdsForAll = (text: string): void => {
  const report = reportOf(text)
  for (const format of [terminal, concise, github]) expect(dangerousIn(write(format, report)), format.name).toEqual([])

  const document = JSON.parse(write(json, report))
  expect(document.findings[0]).toMatchObject({ path: text, key: text, match: text, suggestion: text })
  expect(document.notChecked[0]).toMatchObject({ path: text, message: text })
  expect(
    write(jsonl, report)
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line))
  ).toHaveLength(5)
  expect(JSON.parse(write(gitlab, report))[0].location.path).toBe(text)

  const log = write(sarif, report)
  expect(sarifErrors(log)).toBeNull()
  const uri: string = JSON.parse(log).runs[0].results[0].locations[0].physicalLocation.artifactLocation.uri
  expect(uri).toMatch(/^(?:file:\/\/)?[\w\-.~!*'()%/]*$/)

  const suites = elements(write(junit, report), "testcase")
  expect(suites).toHaveLength(4)
  expect(suites[1]?.getAttribute("classname")).toBe(
    visibleText(text).replace(/[\ufffe\uffff]/g, (c) => `\\u{${c.charCodeAt(0).toString(16)}}`)
  )
  expect(elements(write(checkstyle, report), "error")).toHaveLength(3)

  const lines = write(github, report).trimEnd().split("\n")
  const commands = lines.map(commandOf)
  // Three annotations and the two lines of the verdict.
  expect(commands.map((command) => command?.name)).toEqual(["error", "error", "warning", undefined, undefined])
  const [annotation] = commands
  expect(annotation?.name).toBe("error")
  expect(Object.keys(annotation?.properties ?? {})).toEqual(["file", "line", "endLine", "col", "endColumn", "title"])
  expect(annotation?.properties.file).toBe(visibleText(text))
  expect(annotation?.message).toContain(visibleText(text))
}

describe("hostile names and texts", () => {
  for (const [name, attack] of Object.entries(attacks)) {
    it(`are shown without breaking any format: ${name}`, () => holdsForAll(attack))
  }

  it("are safe whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1, maxLength: 40 }), (text) => holdsForAll(text)),
      { numRuns: 60 }
    )
  })

  it("cannot begin a line that a CI server executes", () => {
    // Wherever a line is wrapped.
    const wrapped = Array.from({ length: 80 }, (_, length) => `${"x".repeat(length)} ::error::PWN`)
    for (const attack of ["::error::PWN", "x\n::error::PWN", ...wrapped]) {
      for (const format of [terminal, concise]) {
        expect(
          write(format, reportOf(attack, RuleId.make("phone-number")))
            .split("\n")
            .filter((line) => line.trimStart().startsWith("::"))
        ).toEqual([])
      }
    }
  })

  it("become no link or placeholder in a SARIF message", () => {
    const log = JSON.parse(write(sarif, reportOf("[x](javascript:alert) {0}")))
    const { text } = log.runs[0].results[0].message
    expect(text).not.toContain("](")
    expect(text).toContain("{{0}}")
  })
})

describe("SARIF", () => {
  for (const [situation, sample] of Object.entries(draftSituations)) {
    it(`is valid by the official schema: ${situation}`, () => {
      expect(sarifErrors(write(sarif, sample()))).toBeNull()
    })
  }

  it("is refused by the schema when it is wrong, which shows that the schema is applied", () => {
    const log = JSON.parse(write(sarif, draftReport({})))
    expect(sarifErrors(JSON.stringify({ ...log, version: "3" }))).not.toBeNull()
  })

  it("includes suppressed and accepted findings, with the source and the reason", () => {
    const log = JSON.parse(write(sarif, draftSituations.findings?.() ?? draftReport({})))
    const results: ReadonlyArray<{ suppressions: unknown; baselineState: string }> = log.runs[0].results
    expect(results.map(({ baselineState }) => baselineState)).toEqual(["new", "new", "unchanged", "new"])
    expect(results.map(({ suppressions }) => suppressions)).toEqual([
      [],
      [],
      [{ kind: "external", status: "accepted", justification: "принято в базовом списке" }],
      [
        {
          kind: "inSource",
          status: "accepted",
          justification: "the number of the marketplace itself",
          properties: { until: "2027-01-31" }
        }
      ]
    ])
  })

  it("reports an unsuccessful run when something was not checked, and names it", () => {
    const [invocation] = JSON.parse(write(sarif, draftSituations.incomplete?.() ?? draftReport({}))).runs[0].invocations
    expect(invocation.executionSuccessful).toBe(false)
    expect(invocation.toolExecutionNotifications).toHaveLength(2)
  })

  it("has no fingerprint that would differ in the next run", () => {
    const log = JSON.parse(write(sarif, draftReport({ findings: [draftFinding({})], stableIds: false })))
    expect(log.runs[0].results[0]).not.toHaveProperty("partialFingerprints")
    expect(log.runs[0].results[0]).not.toHaveProperty("baselineState")
  })

  it("refers to the rule and to every range of a finding", () => {
    const finding = draftFinding({ spans: [range(3, 5, 3, 9), range(4, 1, 4, 4)] })
    const [run] = JSON.parse(write(sarif, draftReport({ findings: [finding] }))).runs
    const [result] = run.results
    expect(run.columnKind).toBe("utf16CodeUnits")
    expect(run.tool.driver.rules[result.ruleIndex].id).toBe("phone-number")
    expect(result.locations[0].physicalLocation.region).toMatchObject({
      startLine: 3,
      startColumn: 5,
      endLine: 3,
      endColumn: 9
    })
    expect(result.relatedLocations[0].physicalLocation.region).toMatchObject({ startLine: 4, endColumn: 4 })
  })
})
