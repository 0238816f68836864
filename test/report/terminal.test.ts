import { describe, expect, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { locales } from "../../src/locale/Locale.ts"
import { columns } from "../../src/report/lines.ts"
import type { Report, ReportOptions } from "../../src/report/Report.ts"
import { terminal } from "../../src/report/terminal.ts"
import { textWidth } from "../../src/report/textWidth.ts"
import { finding, optionsFor, report, severalFindings, situations } from "./sampleReports.ts"

const written = <E>(document: Report<E>, options: ReportOptions) => Stream.mkString(terminal.write(document, options))

const ourColors = new RegExp(`${String.fromCharCode(0x1b)}\\[\\d+m`, "g")

describe("the terminal report", () => {
  for (const locale of locales) {
    for (const [situation, sample] of Object.entries(situations)) {
      it.effect(`${situation}, ${locale}`, () =>
        Effect.gen(function* () {
          const text = yield* written(sample(), optionsFor(locale))
          yield* Effect.promise(() =>
            expect(text).toMatchFileSnapshot(`golden/${situation.replaceAll(" ", "-")}.${locale}.txt`)
          )
          expect(text.split("\n").filter((line) => textWidth(line) > columns)).toEqual([])
        })
      )
    }
  }

  for (const [situation, sample] of Object.entries(situations)) {
    it.effect(`has the same text with and without colours: ${situation}`, () =>
      Effect.gen(function* () {
        const plain = yield* written(sample(), optionsFor("ru"))
        const colored = yield* written(sample(), { ...optionsFor("ru"), color: true })
        expect(colored).not.toBe(plain)
        expect(colored.replace(ourColors, "")).toBe(plain)
      })
    )
  }

  it.effect("shows times in the reader's zone", () =>
    Effect.gen(function* () {
      const sample = () => report({ findings: Stream.make(finding({ at: "2026-11-21T21:30:00Z" })) })
      expect(yield* written(sample(), { ...optionsFor("en"), timeZone: "Europe/Moscow" })).toContain(
        "Nov 22, 2026, 00:30"
      )
      expect(yield* written(sample(), { ...optionsFor("en"), timeZone: "Asia/Vladivostok" })).toContain(
        "Nov 22, 2026, 07:30"
      )
      expect(yield* written(sample(), { ...optionsFor("en"), timeZone: "America/New_York" })).toContain(
        "Nov 21, 2026, 16:30"
      )
    })
  )

  it.effect("shows an invalid time unchanged", () =>
    Effect.gen(function* () {
      const sample = report({ findings: Stream.make(finding({ at: "yesterday" })) })
      expect(yield* written(sample, optionsFor("en"))).toContain("yesterday · confidence")
    })
  )

  it.effect("never says clean unless everything was read", () =>
    Effect.gen(function* () {
      const verdictOf = (document: Report<never>) =>
        Effect.map(written(document, optionsFor("en")), (text) => text.trimEnd().split("\n\n").at(-1))
      expect(yield* verdictOf(report({}))).toMatch(/^✓ Clean/)
      // Even if nothing names what was missed.
      expect(yield* verdictOf(report({ complete: false }))).toMatch(/^! Not everything was checked\./)
      // Nor if chats were checked with older rules.
      expect(yield* verdictOf(report({ chatsJudgedByOlderRules: 2 }))).toMatch(
        /^! Not everything was checked: 2 chats were checked with older rules\.[\s\S]* cannot be called clean\./
      )
      expect(yield* verdictOf(report({ businesses: [] }))).toMatch(/^– There are no chats/)
    })
  )

  it.effect("marks no place if the match could be at one of two", () =>
    Effect.gen(function* () {
      const sample = report({ findings: Stream.make(finding({ excerpt: "████ и номер ████████" })) })
      const text = yield* written(sample, optionsFor("ru"))
      expect(text).not.toContain("╰─")
      expect(text).toContain("╰ найдено: +7926•••••67")
    })
  )

  it.effect("shortens a reason that is a whole page", () =>
    Effect.gen(function* () {
      const sample = report({ findings: Stream.make(finding({ excerpt: "<html>".repeat(100_000) })) })
      expect((yield* written(sample, optionsFor("ru"))).length).toBeLessThan(3000)
    })
  )

  it.effect("passes on the failure of the findings", () =>
    Effect.gen(function* () {
      const broken = report<"broken">({
        findings: Stream.concat(Stream.fromIterable(severalFindings), Stream.fail("broken"))
      })
      expect(yield* Effect.flip(written(broken, optionsFor("ru")))).toBe("broken")
    })
  )
})
