import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Pattern } from "../../../src/detect/PatternCompiler.ts"
import { checkText } from "../../../src/engine/checkConversation.ts"
import { exampleText } from "../../../src/engine/failedExamples.ts"
import type { RuleSet } from "../../../src/engine/rule/RuleSet.ts"
import { traceText } from "../../../src/engine/trace/traceText.ts"
import { shippedRules } from "../shippedRules.ts"

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

const coupon: Pattern = {
  find: (text) =>
    [...text.matchAll(/купон \d+/g)].map(({ index, 0: { length } }) => ({ start: index, end: index + length }))
}

/** The findings by rule and value, regardless of their position. */
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

  it("handles any text, with ranges inside it", () => {
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

describe("a pattern", () => {
  const [first, ...others] = shippedRules.rules
  const withPattern = (confidence: number): RuleSet => ({
    ...shippedRules,
    rules: first === undefined ? [] : [{ ...first, patterns: [{ confidence, match: [coupon] }] }, ...others],
    isSilentOn: () => false
  })

  it.each([
    [0.9, "kept"],
    [0.3, "unsure"]
  ])("of confidence %d is reported as %s", (confidence, outcome) => {
    const { judgements } = traceText(withPattern(confidence), "Держите: купон 77", options)
    expect(judgements).toMatchObject([
      { rule: first?.id, kind: "phrase", start: 9, end: 17, confidence, outcome, cues: [] }
    ])
  })
})
