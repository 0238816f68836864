import { describe, expect, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import { ChatId } from "../../src/domain/Chat.ts"
import { locales } from "../../src/locale/Locale.ts"
import { html } from "../../src/report/html.ts"
import type { Report } from "../../src/report/Report.ts"
import { documentAttacks, hostileReport } from "./hostileReport.ts"
import { finding, found, optionsFor, report, situations } from "./sampleReports.ts"

const written = <E>(document: Report<E>, locale: (typeof locales)[number] = "ru") =>
  Stream.mkString(html.write(document, optionsFor(locale)))

/** The page without the parts that are the same in all pages. */
const bodyOf = (page: string): string =>
  page
    .replace(/<style>[\s\S]*?<\/style>/, "<style></style>")
    .replace(/<script>[\s\S]*?<\/script>/, "<script></script>")
    .replaceAll(/sha256-[\w+/=]{44}/g, "sha256-…")

const opened = (page: string, tag: string) => page.split(`<${tag}`).length - 1

describe("the HTML report", () => {
  for (const locale of locales) {
    for (const [situation, sample] of Object.entries(situations)) {
      it.effect(`${situation}, ${locale}`, () =>
        Effect.gen(function* () {
          const page = bodyOf(yield* written(sample(), locale))
          yield* Effect.promise(() =>
            expect(page).toMatchFileSnapshot(`golden/${situation.replaceAll(" ", "-")}.${locale}.html`)
          )
          for (const tag of ["section", "article", "ul", "li", "dl", "details", "table", "tr", "div", "p"]) {
            const closed = page.split(`</${tag}>`).length - 1
            expect(page.split(new RegExp(`<${tag}[ >]`)).length - 1, tag).toBe(closed)
          }
        })
      )
    }
  }

  it.effect("fetches nothing and allows only its own style and script", () =>
    Effect.gen(function* () {
      const page = yield* written(situations["several chats"]?.() ?? report({}))
      expect(page).toMatch(
        /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-[^&]+&#39;; script-src &#39;sha256-[^&]+&#39;; base-uri &#39;none&#39;; form-action &#39;none&#39;">/
      )
      expect(bodyOf(page)).not.toMatch(/ (?:src|href|style|on\w+)="(?!#)/)
      expect(page).not.toMatch(/url\(|@import/)
    })
  )

  it.effect("keeps the findings of one chat together, and those of one business", () =>
    Effect.gen(function* () {
      const inChat = (chat: string) => finding({ chatId: ChatId.make(chat) })
      const page = yield* written(report(found(inChat("1"), inChat("1"), inChat("2"))))
      expect(opened(page, "article")).toBe(3)
      expect(page.split('class="card chat"').length - 1).toBe(2)
      expect(page.split("<h3>").length - 1).toBe(1)
    })
  )

  for (const [name, attack] of Object.entries(documentAttacks)) {
    it.effect(`shows external text as text: ${name}`, () =>
      Effect.gen(function* () {
        const options = { ...optionsFor("en"), ruleTitle: () => attack }
        const page = yield* Stream.mkString(html.write(hostileReport(attack), options))
        const calm = yield* Stream.mkString(html.write(hostileReport("x"), { ...options, ruleTitle: () => "x" }))
        const tagsOf = (document: string) =>
          bodyOf(document)
            .match(/<\/?[a-z0-9]+/g)
            // These elements depend on the text: a match may be marked or printed, and ids and dates may be absent.
            ?.filter((tag) => !/mark|code|text|^<\/?p$/.test(tag))
        expect(tagsOf(page)).toEqual(tagsOf(calm))
      })
    )
  }
})
