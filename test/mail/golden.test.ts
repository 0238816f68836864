import { assert, describe, expect, it } from "@effect/vitest"
import { Effect } from "effect"
import { locales } from "../../src/locale/Locale.ts"
import { digestPlainText } from "../../src/mail/digestPlainText.ts"
import { digestWords } from "../../src/mail/digestWords.ts"
import { renderDigest } from "../../src/mail/renderDigest.tsx"
import { mailOf, parsed } from "./mailOf.ts"
import { digest, digests, manyFindings, wordingFor } from "./sampleDigests.ts"

/** Gmail is said to clip mails above 102 kB. */
const mostBytes = 100_000

/** Keys of values that only choose a style, and of labels that a table has but a text does not need. */
const unspoken = new Set([
  "tone",
  "severity",
  "bySeverity",
  "runLabel",
  "findingsLabel",
  "fragmentLabel",
  "address",
  "source"
])

/** Every text in a value that is shown to readers. */
const wordsIn = (value: unknown): ReadonlyArray<string> => {
  if (typeof value === "string") return value === "" ? [] : [value]
  if (Array.isArray(value)) return value.flatMap(wordsIn)
  if (typeof value !== "object" || value === null) return []
  const lists = Object.values(value).filter(Array.isArray)
  // A part without lines is left out together with its title.
  if ("title" in value && lists.length > 0 && lists.every((list) => list.length === 0)) return []
  return Object.entries(value).flatMap(([key, inner]) => (unspoken.has(key) ? [] : wordsIn(inner)))
}

/** The visible text of a page. */
const visibleWords = (html: string): string =>
  html
    .replaceAll(/<head>.*?<\/head>/gs, "")
    .replaceAll(/<!--.*?-->/gs, "")
    .replaceAll(/<[^>]+>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")

describe("a mail", () => {
  for (const locale of locales) {
    for (const [situation, sample] of Object.entries(digests)) {
      it.effect(`matches its golden text: ${situation}, ${locale}`, () =>
        Effect.gen(function* () {
          const mail = yield* mailOf(sample, locale)
          const { headers, text = "", subject, html = "" } = yield* parsed(mail)
          const shown = headers
            .filter(({ key }) => key !== "subject")
            .map(({ originalKey, value }) => `${originalKey}: ${value.replace(/boundary="[^"]*"/, 'boundary="…"')}`)
          const page = [...shown, `Subject: ${subject}`, "", text].join("\n")
          yield* Effect.promise(() =>
            expect(page).toMatchFileSnapshot(`golden/${situation.replaceAll(/\W+/g, "-")}.${locale}.txt`)
          )
          assert.isTrue(Buffer.byteLength(html) < mostBytes)
          assert.notMatch(mail, /[^\n\r -~]/, "not ASCII")
          assert.isTrue(mail.split("\r\n").every((line) => line.length <= 998 && !line.includes("\n")))
        })
      )
    }

    it.effect(`has the same content in HTML and in plain text: ${locale}`, () =>
      Effect.gen(function* () {
        for (const sample of Object.values(digests)) {
          const content = digestWords(sample, wordingFor(locale))
          const html = visibleWords(yield* Effect.promise(() => renderDigest(content)))
          const text = digestPlainText(content)
          for (const words of wordsIn({ ...content, subject: "", preheader: "", locale: "" })) {
            assert.include(html, words)
            assert.include(text, words)
          }
        }
      })
    )
  }

  it.effect("stays below the size that mail programs clip, with 500 findings and long words", () =>
    Effect.gen(function* () {
      const excerpt = "Ж".repeat(5000)
      const long = digest({
        changes: { ...digest().changes, new: 500 },
        findings: manyFindings(10, { excerpt }),
        rootCauses: []
      })
      for (const locale of locales) {
        const { html = "" } = yield* parsed(yield* mailOf(long, locale))
        assert.isTrue(Buffer.byteLength(html) < mostBytes, `${Buffer.byteLength(html)} bytes`)
      }
    })
  )

  it.effect("has its attachments under their names", () =>
    Effect.gen(function* () {
      const attachments = [
        { name: "chatlint-1001-2026-11-22.csv", type: "text/csv; charset=utf-8", content: Buffer.from("a;b") }
      ]
      const { attachments: found } = yield* parsed(yield* mailOf(digest(), "ru", { attachments }))
      assert.deepStrictEqual(
        found.map(({ filename, mimeType, disposition }) => [filename, mimeType, disposition]),
        [["chatlint-1001-2026-11-22.csv", "text/csv", "attachment"]]
      )
    })
  )
})
