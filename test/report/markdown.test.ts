import { describe, expect, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import fc from "fast-check"
import { micromark } from "micromark"
import { gfm, gfmHtml } from "micromark-extension-gfm"
import { locales } from "../../src/locale/Locale.ts"
import { markdown } from "../../src/report/markdown.ts"
import type { Report, ReportOptions } from "../../src/report/Report.ts"
import { documentAttacks, hostileReport } from "./hostileReport.ts"
import { optionsFor, report, situations } from "./sampleReports.ts"

const written = <E>(document: Report<E>, options: ReportOptions) => Stream.mkString(markdown.write(document, options))

/** Renders Markdown as GitHub does, but allows HTML and dangerous addresses. */
const shown = (text: string): string =>
  micromark(text, {
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()],
    allowDangerousHtml: true,
    allowDangerousProtocol: true
  })

const ours = [
  "h1",
  "h2",
  "h3",
  "h4",
  "ul",
  "li",
  "p",
  "strong",
  "code",
  "br",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td"
]

/** Finds what reports never contain: other tags, and text outside code spans that a site would turn into links. */
const strangeIn = (text: string): ReadonlyArray<string> => {
  const document = shown(text)
  const tags = [...document.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi)]
    .filter(([, tag = "", attributes = ""]) => !ours.includes(tag) || attributes.replaceAll("/", "").trim() !== "")
    .map(([tag]) => tag)
  const outsideCode = document.replace(/<code>[\s\S]*?<\/code>/g, "")
  return [...tags, ...(outsideCode.match(/@\w+|https?:|www\.|#\d/g) ?? [])]
}

describe("the Markdown report", () => {
  for (const locale of locales) {
    for (const [situation, sample] of Object.entries(situations)) {
      it.effect(`${situation}, ${locale}`, () =>
        Effect.gen(function* () {
          const text = yield* written(sample(), optionsFor(locale))
          yield* Effect.promise(() =>
            expect(text).toMatchFileSnapshot(`golden/${situation.replaceAll(" ", "-")}.${locale}.md`)
          )
          expect(strangeIn(text)).toEqual([])
        })
      )
    }
  }

  for (const [name, attack] of Object.entries(documentAttacks)) {
    it.effect(`shows external text without interpreting it: ${name}`, () =>
      Effect.gen(function* () {
        const calm = yield* written(hostileReport("x"), { ...optionsFor("en"), ruleTitle: () => "x" })
        const text = yield* written(hostileReport(attack), { ...optionsFor("en"), ruleTitle: () => attack })
        expect(strangeIn(text)).toEqual([])
        const tagsOf = (document: string) => shown(document).match(/<(?:h\d|li|tr|td|ul|table)>/g)
        expect(tagsOf(text)).toEqual(tagsOf(calm))
      })
    )
  }

  it.effect("is safe whatever the string", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 30 }), async (text) => {
          const document = await Effect.runPromise(
            written(hostileReport(text), { ...optionsFor("zh"), ruleTitle: () => text })
          )
          expect(strangeIn(document)).toEqual([])
        }),
        { numRuns: 100 }
      )
    )
  )

  it.effect("says that a report has no findings", () =>
    Effect.gen(function* () {
      expect(yield* written(report({}), optionsFor("en"))).toContain("## Violations\n\nNone.\n")
    })
  )
})
