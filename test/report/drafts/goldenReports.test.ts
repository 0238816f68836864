import { describe, expect, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { locales } from "../../../src/locale/Locale.ts"
import { checkstyle } from "../../../src/report/drafts/checkstyle.ts"
import { concise } from "../../../src/report/drafts/concise.ts"
import type { DraftReport, DraftReportFormat, DraftReportOptions } from "../../../src/report/drafts/DraftReport.ts"
import { github } from "../../../src/report/drafts/github.ts"
import { gitlab } from "../../../src/report/drafts/gitlab.ts"
import { json } from "../../../src/report/drafts/json.ts"
import { jsonl } from "../../../src/report/drafts/jsonl.ts"
import { junit } from "../../../src/report/drafts/junit.ts"
import { sarif } from "../../../src/report/drafts/sarif.ts"
import { terminal } from "../../../src/report/drafts/terminal.ts"
import { columns } from "../../../src/report/lines.ts"
import { textWidth } from "../../../src/report/textWidth.ts"
import { draftFinding, draftOptions, draftReport, draftSituations } from "./sampleDraftReports.ts"

const written = (format: DraftReportFormat, report: DraftReport, options: DraftReportOptions) =>
  Stream.mkString(format.write(report, options))

const ourColors = new RegExp(`${String.fromCharCode(0x1b)}\\[\\d+m`, "g")

describe("reports for people", () => {
  for (const locale of locales) {
    for (const [situation, sample] of Object.entries(draftSituations)) {
      for (const format of [terminal, concise]) {
        it.effect(`${format.name}: ${situation}, ${locale}`, () =>
          Effect.gen(function* () {
            const text = yield* written(format, sample(), draftOptions(locale))
            const name = `golden/${format.name}-${situation.replaceAll(" ", "-")}.${locale}.txt`
            yield* Effect.promise(() => expect(text).toMatchFileSnapshot(name))
          })
        )
      }
    }
  }

  for (const [situation, sample] of Object.entries(draftSituations)) {
    it.effect(`have the same text with and without colours: ${situation}`, () =>
      Effect.gen(function* () {
        const plain = yield* written(terminal, sample(), draftOptions("ru"))
        const colored = yield* written(terminal, sample(), { ...draftOptions("ru"), color: true })
        expect(colored).not.toBe(plain)
        expect(colored.replace(ourColors, "")).toBe(plain)
      })
    )
  }

  it.effect("keep frames within 80 columns, with the mark visible", () =>
    Effect.gen(function* () {
      const long = "通知：您的订单已发货，".repeat(40)
      const frame = [
        { number: 1234, text: `${long}██████${long}`, marks: [{ start: long.length, end: long.length + 6 }] }
      ]
      const text = yield* written(
        terminal,
        draftReport({ findings: [draftFinding({ key: "", frame })] }),
        draftOptions("zh")
      )
      const [line = "", arrows = ""] = text.split("\n").filter((one) => one.includes("│"))
      expect(textWidth(line)).toBeLessThanOrEqual(columns)
      expect(textWidth(line.slice(0, line.indexOf("█")))).toBe(arrows.indexOf("^"))
      expect(line).toContain("██████")
      expect(arrows.trim()).toBe("│ ".concat(arrows.trim().slice(2)))
      expect(arrows).toMatch(/\^{6}$/)
    })
  )

  it.effect("leave a rewrite on one line, for copying", () =>
    Effect.gen(function* () {
      const suggestion = "Напишите нам в этот чат. ".repeat(12).trim()
      const report = draftReport({ findings: [draftFinding({ suggestion })] })
      expect((yield* written(terminal, report, draftOptions("ru"))).split("\n").map((line) => line.trim())).toContain(
        `→ ${suggestion}`
      )
    })
  )

  it.effect("never say clean unless everything was checked", () =>
    Effect.gen(function* () {
      const incomplete = yield* written(terminal, draftReport({ complete: false }), draftOptions("en"))
      expect(incomplete).not.toContain("Clean")
      const empty = yield* written(terminal, draftReport({ draftsChecked: 0 }), draftOptions("en"))
      expect(empty).not.toContain("Clean")
    })
  )
})

describe("reports for programs", () => {
  for (const format of [json, jsonl, sarif, junit, checkstyle, github, gitlab]) {
    for (const situation of ["findings", "incomplete", "clean"]) {
      it.effect(`${format.name}: ${situation}`, () =>
        Effect.gen(function* () {
          const text = yield* written(format, draftSituations[situation]?.() ?? draftReport({}), draftOptions("en"))
          yield* Effect.promise(() => expect(text).toMatchFileSnapshot(`golden/${format.name}-${situation}.txt`))
        })
      )
    }
  }

  it.effect("json has only the documented keys", () =>
    Effect.gen(function* () {
      const finding = Object.assign(draftFinding({}), { secret: "8 900 123-45-67" })
      for (const format of [json, jsonl, sarif, gitlab]) {
        const text = yield* written(format, draftReport({ findings: [finding] }), draftOptions("en"))
        expect(text).not.toContain("8 900")
      }
    })
  )

  it.effect("jsonl ends with its summary", () =>
    Effect.gen(function* () {
      const text = yield* written(jsonl, draftSituations.findings?.() ?? draftReport({}), draftOptions("en"))
      const rows = text
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
      expect(rows.map(({ type }) => type)).toEqual([
        "finding",
        "finding",
        "finding",
        "finding",
        "suppressionNotice",
        "suppressionNotice",
        "summary"
      ])
      expect(rows.at(-1).counts).toEqual({ error: 1, warning: 1, info: 0, accepted: 1, suppressed: 1, fixed: 2 })
    })
  )

  it.effect("gitlab gives equal messages in two files different fingerprints", () =>
    Effect.gen(function* () {
      const findings = [draftFinding({ path: "a.txt" }), draftFinding({ path: "b.txt" })]
      const entries: ReadonlyArray<{ fingerprint: string }> = JSON.parse(
        yield* written(gitlab, draftReport({ findings }), draftOptions("en"))
      )
      expect(new Set(entries.map(({ fingerprint }) => fingerprint)).size).toBe(2)
    })
  )

  it.effect("gitlab gives the same fingerprints in the next run, even if ids differ", () =>
    Effect.gen(function* () {
      const fingerprints = (ids: ReadonlyArray<string>) =>
        Effect.map(
          written(
            gitlab,
            draftReport({ stableIds: false, findings: ids.map((id) => draftFinding({ id })) }),
            draftOptions("en")
          ),
          (text) => JSON.parse(text).map(({ fingerprint }: { fingerprint: string }) => fingerprint)
        )
      const one = yield* fingerprints(["a", "b"])
      expect(yield* fingerprints(["c", "d"])).toEqual(one)
      expect(new Set(one).size).toBe(2)
    })
  )
})
