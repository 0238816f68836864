import { describe, expect, it } from "@effect/vitest"
import { Effect, Schema, Stream } from "effect"
import { type ChangedFinding, ChangedFinding as ChangedFindingSchema } from "../../src/domain/Changes.ts"
import { ChatId } from "../../src/domain/Chat.ts"
import { locales } from "../../src/locale/Locale.ts"
import type { ChangesReport } from "../../src/report/changes/ChangesReport.ts"
import { changesFormats } from "../../src/report/changes/changesFormats.ts"
import { json } from "../../src/report/changes/json.ts"
import { terminal } from "../../src/report/changes/terminal.ts"
import { columns } from "../../src/report/lines.ts"
import { textWidth } from "../../src/report/textWidth.ts"
import { documentAttacks } from "./hostileReport.ts"
import { changes, finding, optionsFor, report } from "./sampleReports.ts"

const changed: ReadonlyArray<ChangedFinding> = [
  { change: "new", finding: finding({}) },
  { change: "found-by-changed-rules", finding: finding({ id: "f2" }) },
  { change: "repeated", finding: finding({ id: "f3", status: "repeated" }) },
  {
    change: "acknowledged",
    finding: finding({
      id: "f4",
      status: "acknowledged",
      acknowledgement: { reason: "согласовано", until: "2026-11-30T21:00:00Z" }
    })
  },
  { change: "no-longer-in-window", finding: finding({ id: "f5", status: "repeated", chatId: ChatId.make("9") }) },
  { change: "cleared-by-changed-rules", finding: finding({ id: "f6", status: "repeated" }) }
]

const sample = (facts: Partial<ChangesReport<never>> = {}): ChangesReport<never> => ({
  run: report({}).run,
  changes: changes({
    new: 2,
    foundByChangedRules: 1,
    repeated: 1,
    acknowledged: 1,
    noLongerInWindow: 1,
    clearedByChangedRules: 1,
    chatsNotScanned: 2
  }),
  findings: Stream.fromIterable(changed),
  ...facts
})

describe("what changed", () => {
  for (const locale of locales) {
    it.effect(`is written for people in ${locale}`, () =>
      Effect.gen(function* () {
        const text = yield* Stream.mkString(terminal.write(sample(), optionsFor(locale)))
        yield* Effect.promise(() => expect(text).toMatchFileSnapshot(`golden/changes.${locale}.txt`))
        expect(text.split("\n").filter((line) => textWidth(line) > columns)).toEqual([])
      })
    )
  }

  it.effect("is a document with every finding and its change", () =>
    Effect.gen(function* () {
      const document = JSON.parse(yield* Stream.mkString(json.write(sample(), optionsFor("ru"))))
      expect(document.schema).toBe("chatlint/changes@1")
      expect(document.changes).toEqual(sample().changes)
      expect(
        document.findings.map(({ change, ...one }: { readonly change: unknown }) =>
          Schema.decodeUnknownSync(ChangedFindingSchema)({ change, finding: one })
        )
      ).toEqual(changed)
    })
  )

  it.effect("is everything if there was no earlier run", () =>
    Effect.gen(function* () {
      const text = yield* Stream.mkString(
        terminal.write(sample({ changes: changes({ since: null, new: 6 }) }), optionsFor("en"))
      )
      expect(text).toContain("This is the first run")
    })
  )

  for (const [name, attack] of Object.entries(documentAttacks)) {
    it.effect(`is safe with external text: ${name}`, () =>
      Effect.gen(function* () {
        const findings = Stream.make<[ChangedFinding]>({
          change: "new",
          finding: finding({ excerpt: attack, match: attack })
        })
        for (const format of Object.values(changesFormats)) {
          const text = yield* Stream.mkString(format.write(sample({ findings }), optionsFor("ru")))
          expect(text.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u)
        }
      })
    )
  }
})
