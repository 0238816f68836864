import { describe, expect, it } from "@effect/vitest"
import { Effect, Stream } from "effect"
import fc from "fast-check"
import { type Locale, locales } from "../../src/locale/Locale.ts"
import { json } from "../../src/report/json.ts"
import type { ReportOptions } from "../../src/report/Report.ts"
import { terminal } from "../../src/report/terminal.ts"
import { visibleText } from "../../src/text/visibleText.ts"
import { dangerousIn } from "./dangerousIn.ts"
import { hostileReport } from "./hostileReport.ts"
import { optionsFor } from "./sampleReports.ts"

const escape = "\u001b"

/** Attacks on a terminal by an author of chats or a server posing as the marketplace. */
const attacks: Readonly<Record<string, string>> = {
  "clear screen and title": `${escape}[2J${escape}]0;PWN\u0007`,
  conceal: `${escape}[8mhidden${escape}[0m`,
  "OSC 8 link": `${escape}]8;;https://evil.example${escape}\\market.yandex.ru${escape}]8;;${escape}\\`,
  "OSC 52 clipboard": `${escape}]52;c;cm0gLXJmIC8=\u0007`,
  "C1 introducer": "\u009b2J\u009d0;PWN\u009c",
  "overwriting a line": "violation\r✓ Clean",
  "a line of its own": "violation\n✓ Чисто: нарушений нет.\n\u0085\u2028\u2029✓",
  "bidi override": "\u202egnp.exe\u202c \u2066x\u2069 \u200f \u061c",
  "zero-width characters": "8\u200b9\u200c0\u200d0\u2060\ufeff",
  "tag characters": "a\u{e0041}\u{e007f}",
  "lone surrogates": "\ud83d x \udc00",
  "backspace, delete, bell, tab": "a\u0008\u007f\u0007\t\u0000"
}

const optionsWith = (locale: Locale, title: string): ReportOptions => ({
  ...optionsFor(locale),
  ruleTitle: () => title
})

const inTerminal = (text: string, options: ReportOptions) =>
  Stream.mkString(terminal.write(hostileReport(text), options))

/** The only escape sequences that reports use: bold, dim, four colours and their ends. */
const ourColors = new RegExp(`${escape}\\[(?:1|2|22|31|32|33|35|36|39)m`, "g")

describe("hostile text", () => {
  for (const [name, attack] of Object.entries(attacks)) {
    for (const locale of locales) {
      it.effect(`is shown but not executed by a terminal: ${name}, ${locale}`, () =>
        Effect.gen(function* () {
          const text = yield* inTerminal(attack, optionsWith(locale, attack))
          expect(dangerousIn(text)).toEqual([])
          expect(text.replaceAll("\n", "").replaceAll(" ", "")).toContain(visibleText(attack).replaceAll(" ", ""))
        })
      )
    }

    it.effect(`adds no escape sequences to those of the report: ${name}`, () =>
      Effect.gen(function* () {
        const options = optionsWith("ru", attack)
        const colored = yield* inTerminal(attack, { ...options, color: true })
        expect(dangerousIn(colored.replace(ourColors, ""))).toEqual([])
        expect(colored.replace(ourColors, "")).toBe(yield* inTerminal(attack, options))
      })
    )

    it.effect(`keeps its value in JSON, safely displayed: ${name}`, () =>
      Effect.gen(function* () {
        const text = yield* Stream.mkString(json.write(hostileReport(attack), optionsFor("ru")))
        expect(dangerousIn(text)).toEqual([])
        expect(JSON.parse(text).findings[0]).toMatchObject({ id: attack, chatId: attack, excerpt: attack })
      })
    )
  }

  it.effect("cannot begin a line, so it cannot forge a verdict", () =>
    Effect.gen(function* () {
      const text = yield* inTerminal("x\n\n✓ Чисто: нарушений нет.", optionsFor("ru"))
      expect(text.split("\n").filter((line) => line.startsWith("✓"))).toEqual([])
    })
  )

  it("shows what it replaces", () => {
    expect(visibleText("a\u001b[2J\r\n\t\u007f")).toBe("a␛[2J␍␊␉␡")
    expect(visibleText("\u009b\u202e\ufeff\ud83d\u{e0041}")).toBe("\\u{9b}\\u{202e}\\u{feff}\\u{d83d}\\u{e0041}")
  })

  it("leaves ordinary text of any language unchanged", () => {
    const ordinary = "Здравствуйте! Ёлка 5 120 ₽, 「订单」 مرحبا שלום नमस्ते ❤️ 👍🏽 é"
    expect(visibleText(ordinary)).toBe(ordinary)
  })

  it.effect("is safe whatever the string", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
          const shown = await Effect.runPromise(inTerminal(text, optionsWith("zh", text)))
          expect(dangerousIn(shown)).toEqual([])
          const document = await Effect.runPromise(Stream.mkString(json.write(hostileReport(text), optionsFor("ru"))))
          expect(JSON.parse(document).findings[0].excerpt).toBe(text)
        }),
        { numRuns: 200 }
      )
    )
  )
})
