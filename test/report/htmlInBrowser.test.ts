import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import type { Page } from "playwright-core"
import { ChatId } from "../../src/domain/Chat.ts"
import { html } from "../../src/report/html.ts"
import type { Report } from "../../src/report/Report.ts"
import { noBrowser, showDocument, startBrowser } from "../browser.ts"
import { documentAttacks, hostileReport } from "./hostileReport.ts"
import { finding, found, optionsFor, report, severalFindings, situations } from "./sampleReports.ts"

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8")

const written = <E>(document: Report<E>) => Stream.mkString(html.write(document, optionsFor("ru")))

const several = () => situations["several chats"]?.() ?? report({})

const shownFindings = (page: Page) => page.locator("article:visible").count()

/** The violations that axe finds in the page, each with its place. */
const violationsOf = (page: Page): Promise<ReadonlyArray<string>> =>
  page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: ReadonlyArray<{ id: string; nodes: ReadonlyArray<{ html: string }> }> }> }
    }
    return (await checker.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })

describe.skipIf(noBrowser !== "")(`the HTML report in a browser${noBrowser}`, () => {
  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [360, 1200]) {
      it.scopedLive(
        `is accessible and no wider than the window: ${colorScheme}, ${width}`,
        () =>
          Effect.gen(function* () {
            const browser = yield* startBrowser
            for (const sample of Object.values(situations)) {
              const { page, requests, complaints } = yield* showDocument(browser, yield* written(sample()), {
                colorScheme,
                viewport: { width, height: 800 },
                // axe runs in the page, whose policy allows only the page's own script.
                bypassCSP: true
              })
              yield* Effect.promise(() => page.addScriptTag({ content: axe }))
              assert.deepStrictEqual(yield* Effect.promise(() => violationsOf(page)), [])
              const wide = yield* Effect.promise(() => page.evaluate(() => document.documentElement.scrollWidth))
              assert.isAtMost(wide, width)
              assert.deepStrictEqual([...requests, ...complaints], [])
            }
          }),
        60_000
      )
    }
  }

  it.scopedLive(
    "keeps a number on one line beside the longest title, also on a phone",
    () =>
      Effect.gen(function* () {
        const browser = yield* startBrowser
        const many = { ...several(), counts: several().counts.map((count) => ({ ...count, findings: 1234 })) }
        const { page } = yield* showDocument(browser, yield* written(many), { viewport: { width: 360, height: 800 } })
        const lines = yield* Effect.promise(() =>
          page.evaluate(() =>
            [...document.querySelectorAll(".row b")].map((number) => {
              const range = document.createRange()
              range.selectNodeContents(number)
              return range.getClientRects().length
            })
          )
        )
        assert.isAbove(lines.length, 0)
        assert.deepStrictEqual(new Set(lines), new Set([1]))
      }),
    60_000
  )

  it.scopedLive(
    "filters by rule, status, severity and chat, and resets",
    () =>
      Effect.gen(function* () {
        const browser = yield* startBrowser
        const { page, complaints } = yield* showDocument(browser, yield* written(several()))
        yield* Effect.promise(async () => {
          assert.strictEqual(await shownFindings(page), severalFindings.length)
          await page.selectOption("[name=rule]", "phone-number")
          assert.strictEqual(await shownFindings(page), 3)
          assert.strictEqual(await page.locator("output").textContent(), "Показано 3 из 6")
          await page.selectOption("[name=status]", "repeated")
          assert.strictEqual(await shownFindings(page), 1)
          // Businesses and chats without visible findings are hidden too.
          assert.strictEqual(await page.locator("h3:visible").count(), 1)
          assert.strictEqual(await page.locator("h4:visible").count(), 1)
          await page.selectOption("[name=severity]", "info")
          assert.strictEqual(await shownFindings(page), 0)
          assert.isTrue(await page.locator("#none").isVisible())
          await page.click("button[type=reset]")
          assert.strictEqual(await shownFindings(page), severalFindings.length)
          await page.fill("[name=chat]", "78900001")
          assert.strictEqual(await shownFindings(page), 2)
          assert.isFalse(await page.locator("#none").isVisible())
        })
        assert.deepStrictEqual(complaints, [])
      }),
    60_000
  )

  it.scopedLive(
    "can be read without scripts and is printed without filters",
    () =>
      Effect.gen(function* () {
        const browser = yield* startBrowser
        const { page } = yield* showDocument(browser, yield* written(several()), { javaScriptEnabled: false })
        yield* Effect.promise(async () => {
          assert.strictEqual(await shownFindings(page), severalFindings.length)
          assert.isFalse(await page.locator("#filters").isVisible())
        })
        const printed = yield* showDocument(browser, yield* written(several()))
        yield* Effect.promise(async () => {
          assert.isTrue(await printed.page.locator("#filters").isVisible())
          await printed.page.emulateMedia({ media: "print" })
          assert.isFalse(await printed.page.locator("#filters").isVisible())
          assert.strictEqual(await shownFindings(printed.page), severalFindings.length)
        })
      }),
    60_000
  )

  it.scopedLive(
    "runs no script from a chat",
    () =>
      Effect.gen(function* () {
        const browser = yield* startBrowser
        for (const [name, attack] of Object.entries(documentAttacks)) {
          const shown = yield* showDocument(browser, yield* written(hostileReport(attack)), {
            viewport: { width: 360, height: 800 }
          })
          yield* Effect.promise(async () => {
            assert.isFalse(await shown.page.evaluate(() => "owned" in globalThis), name)
            assert.strictEqual(await shown.page.locator("main img, main a, main style, body b b").count(), 0, name)
            assert.isAtMost(await shown.page.evaluate(() => document.documentElement.scrollWidth), 360, name)
          })
          assert.deepStrictEqual([...shown.requests, ...shown.complaints], [], name)
        }
      }),
    400_000
  )

  it.scopedLive(
    "filters five thousand findings quickly",
    () =>
      Effect.gen(function* () {
        const browser = yield* startBrowser
        const many = Array.from({ length: 5000 }, (_, index) => finding({ chatId: ChatId.make(String(index + 1)) }))
        const { page } = yield* showDocument(browser, yield* written(report(found(...many))))
        yield* Effect.promise(async () => {
          await page.fill("[name=chat]", "4999")
          await page.locator("output", { hasText: /из 5\D?000/ }).waitFor()
          assert.strictEqual(await page.locator("article:not([hidden])").count(), 1)
        })
      }),
    400_000
  )
})
