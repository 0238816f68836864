import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { checkText } from "../../../src/engine/checkConversation.ts"
import { compileRuleSet } from "../../../src/engine/rule/compileRuleSet.ts"
import type { RuleSet } from "../../../src/engine/rule/RuleSet.ts"

/** A rule with a detector that has one cue. */
const ruleWith = (detect: string): RuleSet =>
  Either.getOrThrowWith(
    compileRuleSet([
      {
        path: "rules/own.yaml",
        text: `id: own-rule
severity: warning
clause: { ours: { ru: наше, en: ours, zh: 我们的 } }
title: { ru: Правило, en: Rule, zh: 规则 }
explanation: { ru: Потому, en: Because, zh: 因为 }
rewrites: { ru: [Первый, Второй], en: [First, Second], zh: [一, 二] }
detect: { ${detect} }
examples: { violates: [Плохо], complies: [Хорошо] }
`
      }
    ]),
    ([error]) => new Error(error?.subject)
  )

const confidenceOf = (rules: RuleSet, text: string): number | undefined => checkText(rules, text)[0]?.confidence

describe("a cue of many words", () => {
  it.each([
    ["звоните нам вечера"],
    ["звоните нам завтра и потом каждый день до позднего вечера"],
    ["звоните, если вам не ответили сразу, в любое время до вечера"]
  ])("supports the number before it: %s", (words) => {
    const text = `8 926 123 45 67 ${words}`
    const plain = confidenceOf(ruleWith("phone: { raisedBy: [пишите] }"), text)
    expect(confidenceOf(ruleWith('phone: { raisedBy: ["звоните ..10 вечера"] }'), text)).toBeGreaterThan(plain ?? 1)
  })

  it("is measured from its start, with the reach of a short one", () => {
    const rules = ruleWith('phone: { raisedBy: ["звоните ..10 вечера"] }')
    const far = "8 926 123 45 67 это наш новый номер, звоните нам завтра и потом каждый день до вечера"
    const plain = confidenceOf(ruleWith("phone: { raisedBy: [пишите] }"), far)
    expect(confidenceOf(rules, far)).toBe(plain)
  })
})
