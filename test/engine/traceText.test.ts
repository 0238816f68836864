import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkText } from "../../src/engine/checkConversation.ts"
import { exampleText } from "../../src/engine/failedExamples.ts"
import { foldedRanges, hideRanges } from "../../src/engine/masking/hideRanges.ts"
import { traceText } from "../../src/engine/traceText.ts"
import { fold } from "../../src/text/fold.ts"
import { shippedRules } from "./shippedRules.ts"

const options = { region: "RU", allowLists: [], minConfidence: 0 }

const examples = shippedRules.rules.flatMap(({ file }) =>
  [...file.examples.violates, ...file.examples.complies].map(exampleText)
)

const unit = fc.oneof(
  fc.string({ unit: "binary", maxLength: 3 }),
  fc.constantFrom(
    "8 926 123-45-67",
    "shop.ru",
    "пришлите ",
    "вашу почту ",
    "８",
    "заказ ",
    "\ud800",
    "\u200b",
    "е\u0301"
  )
)
const anyText = fc.array(unit, { maxLength: 12 }).map((pieces) => pieces.join(""))

/** Each reported thing by rule and value, wherever it stands. */
const names = (found: ReadonlyArray<{ readonly rule: string; readonly kind: string; readonly normalized: string }>) =>
  [...new Set(found.map(({ rule, kind, normalized }) => `${rule} ${kind} ${normalized}`))].toSorted()

describe("a trace", () => {
  it.each(examples)(
    "says of «$text» that just that is reported which the engine reports",
    ({ text, region = "RU" }) => {
      const { judgements } = traceText(shippedRules, text, { ...options, region })
      const kept = judgements.filter(({ outcome }) => outcome === "kept")
      expect(names(kept)).toEqual(names(checkText(shippedRules, text, region)))
    }
  )

  it("says so of any text, and points into it", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { candidates, judgements } = traceText(shippedRules, text, options)
        expect(names(judgements.filter(({ outcome }) => outcome === "kept"))).toEqual(
          names(checkText(shippedRules, text))
        )
        for (const { start, end } of [...candidates, ...judgements]) {
          expect(0 <= start && start < end && end <= text.length).toBe(true)
        }
      })
    )
  })
})

describe("hidden ranges", () => {
  it("are hidden in the original and in the folded text alike", () => {
    const text = "Номер ８ 926 и почта а"
    const folded = fold(text)
    const ranges = [{ start: 6, end: 11 }]
    expect(hideRanges(text, ranges)).toBe("Номер ••• и почта а")
    expect(hideRanges(folded.text, foldedRanges(folded, ranges))).toBe("номер ••• и почта а")
    expect(foldedRanges(fold("абв"), [{ start: 1, end: 3 }])).toEqual([{ start: 1, end: 3 }])
    expect(
      foldedRanges(fold("абвг"), [
        { start: 0, end: 1 },
        { start: 2, end: 3 }
      ])
    ).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 }
    ])
  })

  it("leave nothing of what they cover in the folded text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        expect(hideRanges(folded.text, foldedRanges(folded, [{ start: 0, end: text.length }]))).toBe(
          folded.text === "" ? "" : "•••"
        )
        expect(hideRanges(folded.text, foldedRanges(folded, []))).toBe(folded.text)
      })
    )
  })
})
