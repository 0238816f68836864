import { describe, expect, it } from "@effect/vitest"
import { parse } from "csv-parse/sync"
import { Effect, Stream } from "effect"
import { locales } from "../../src/locale/Locale.ts"
import { csv } from "../../src/report/csv.ts"
import { findingColumns } from "../../src/report/findingsTable.ts"
import type { Report } from "../../src/report/Report.ts"
import { documentAttacks, hostileReport } from "./hostileReport.ts"
import { finding, found, optionsFor, report, situations } from "./sampleReports.ts"

const written = <E>(document: Report<E>, locale: (typeof locales)[number] = "ru") =>
  Stream.mkString(csv.write(document, optionsFor(locale)))

const read = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
  parse(text, { bom: true, delimiter: ";", record_delimiter: "\r\n" })

describe("the CSV report", () => {
  for (const locale of locales) {
    for (const situation of ["several chats", "only acknowledged"] as const) {
      it.effect(`${situation}, ${locale}`, () =>
        Effect.gen(function* () {
          const text = yield* written(situations[situation]?.() ?? report({}), locale)
          yield* Effect.promise(() =>
            expect(text).toMatchFileSnapshot(`golden/${situation.replaceAll(" ", "-")}.${locale}.csv`)
          )
        })
      )
    }
  }

  it.effect("begins with a byte order mark, separates cells by semicolons and ends lines as RFC 4180 requires", () =>
    Effect.gen(function* () {
      const text = yield* written(report(found(finding({}))))
      expect(text.startsWith("\ufeffСостояние;Важность;")).toBe(true)
      expect(text.split("\r\n").length).toBe(3)
      expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/)
    })
  )

  it.effect("keeps a phone readable without a cell being a formula", () =>
    Effect.gen(function* () {
      const [, row] = read(yield* written(report(found(finding({})))))
      expect(row).toContain("'+7926•••••67")
    })
  )

  it.effect("contains no formula for a program with other cell separators either, and leaves dashes in sentences", () =>
    Effect.gen(function* () {
      const excerpt = "скидка,=HYPERLINK(A1); @SUM(1),почта, - сказал он, минус"
      const text = yield* written(report(found(finding({ excerpt }))))
      expect(text).toContain("скидка,'=HYPERLINK(A1)")
      expect(text).toContain("'@SUM(1)")
      expect(text).toContain(", - сказал он")
    })
  )

  it.effect(
    "has a row for everything that was not read or not checked with the current rules, so that it never looks clean",
    () =>
      Effect.gen(function* () {
        const rows = read(yield* written(situations.incomplete?.() ?? report({}), "en"))
        expect(rows.slice(1).map(([status]) => status)).toEqual(["not checked", "not checked", "not checked"])
        const refused = read(yield* written(situations["business refused"]?.() ?? report({}), "en"))
        expect(refused[1]).toContain("The marketplace does not accept the API key.")
        const older = read(yield* written(report({ chatsJudgedByOlderRules: 2 }), "en"))
        expect(older[1]).toContain("2 chats were checked with older rules. To read them again: chatlint scan --full")
      })
  )

  for (const [name, attack] of Object.entries(documentAttacks)) {
    it.effect(`contains only text cells: ${name}`, () =>
      Effect.gen(function* () {
        const rows = read(yield* written(hostileReport(attack)))
        // The head, three findings, the unread business and chat, and the chats of older rules.
        expect(rows.map((row) => row.length)).toEqual(Array.from({ length: 7 }, () => findingColumns.length))
        expect(rows.flat().filter((cell) => /^[\s\u200b\ufeff]*[=+\-@\t\r＝＋－＠]/.test(cell))).toEqual([])
      })
    )
  }
})
