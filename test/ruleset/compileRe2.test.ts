import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { checkText } from "../../src/engine/checkConversation.ts"
import { compileRuleSet } from "../../src/engine/rule/compileRuleSet.ts"
import { compileRe2 } from "../../src/ruleset/compileRe2.ts"

const rule = (pattern: string): string => `id: own-rule
severity: warning
clause:
  ours: { ru: наше, en: ours, zh: 我们的 }
title: { ru: Правило, en: Rule, zh: 规则 }
explanation: { ru: Потому, en: Because, zh: 因为 }
rewrites:
  ru: [Первый, Второй]
  en: [First, Second]
  zh: [一, 二]
detect:
  patterns:
    - confidence: 0.9
      match:
        - '${pattern}'
examples:
  violates:
    - Купон ТАЙНА-77
  complies:
    - Спасибо за чай
`

const compiled = (pattern: string) => compileRuleSet([{ path: "rules/own.yaml", text: rule(pattern) }], [], compileRe2)

describe("a rule with an RE2 pattern", () => {
  it("reports matches at their position in the original text", () => {
    const text = "Держите: купон ТАЙНА-77, и ещё купон тайна-5!"
    const found = checkText(Either.getOrThrow(compiled("купон \\p{Cyrillic}+-[0-9]{1,2}\\b")), text)
    const quotes = found.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))
    expect(quotes).toEqual(["купон ТАЙНА-77", "купон тайна-5"])
  })

  it.each([
    ["купон (", 15, "missing closing"],
    ["(?<!не )купон", 15, "invalid"],
    ["(a)\\1", 15, "escape"]
  ])("is refused with its position and the reason: %s", (pattern, line, reason) => {
    const errors = Either.match(compiled(pattern), { onLeft: (found) => found, onRight: () => [] })
    expect(errors).toMatchObject([
      {
        path: "rules/own.yaml",
        line,
        column: 11,
        problem: "problem.badPattern",
        expectation: "expected.pattern",
        subject: pattern
      }
    ])
    expect(errors[0]?.detail).toContain(reason)
  })

  it("takes linear time where a backtracking engine would take exponential time", () => {
    const ruleSet = Either.getOrThrow(compiled("(к+)+!"))
    expect(checkText(ruleSet, "к".repeat(20_000))).toEqual([])
  })
})
