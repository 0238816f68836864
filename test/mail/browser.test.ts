import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import type { Browser } from "playwright-core"
import { type Locale, locales } from "../../src/locale/Locale.ts"
import { digestWords } from "../../src/mail/digestWords.ts"
import { renderDigest } from "../../src/mail/renderDigest.tsx"
import { noBrowser, startBrowser } from "../browser.ts"
import { digests, wordingFor } from "./sampleDigests.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

/** What is wrong with a mail on this screen. */
const faultsOf = async (
  running: Browser,
  html: string,
  width: number,
  colorScheme: "light" | "dark"
): Promise<ReadonlyArray<string>> => {
  const page = await running.newPage({ viewport: { width, height: 800 }, colorScheme })
  const asked: Array<string> = []
  await page.route("**", (route) => {
    asked.push(`asks for ${route.request().url()}`)
    return route.abort()
  })
  await page.setContent(html)
  const overflow = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
  await page.evaluate(axe)
  const found: unknown = await page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes[0].html].join()))"
  )
  await page.close()
  return [
    ...asked,
    ...(overflow === 0 ? [] : [`${overflow} pixels too wide`]),
    ...(Array.isArray(found) ? found : ["axe did not run"])
  ]
}

describe.skipIf(noBrowser !== "")(`the HTML of a mail in a browser${noBrowser}`, () => {
  it.scopedLive(
    "fits a phone and a wide screen, light and dark, is accessible, and makes no network requests",
    () =>
      Effect.gen(function* () {
        const running = yield* startBrowser
        const check = (situation: string, locale: Locale) =>
          Effect.promise(async () => {
            const sample = digests[situation] ?? assert.fail(situation)
            const html = await renderDigest(digestWords(sample, wordingFor(locale)))
            for (const width of [360, 1200]) {
              for (const colorScheme of ["light", "dark"] as const) {
                const faults = await faultsOf(running, html, width, colorScheme)
                assert.deepStrictEqual(faults, [], `${situation}, ${locale}, ${width} px, ${colorScheme}`)
              }
            }
          })
        for (const situation of ["new and incomplete", "weekly, clean"]) yield* check(situation, "ru")
        for (const locale of locales) yield* check("new", locale)
      }),
    120_000
  )
})
