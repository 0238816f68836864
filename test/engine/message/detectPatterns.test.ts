import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { checkText } from "../../../src/engine/checkConversation.ts"
import { compileRuleSet } from "../../../src/engine/rule/compileRuleSet.ts"
import { compileRe2 } from "../../../src/ruleset/compileRe2.ts"

/** The matches of a rule with this pattern in a text. */
const found = (pattern: string, text: string): ReadonlyArray<string> => {
  const rule = `id: own-rule
severity: warning
clause: { ours: { ru: наше, en: ours, zh: 我们的 } }
title: { ru: Правило, en: Rule, zh: 规则 }
explanation: { ru: Потому, en: Because, zh: 因为 }
rewrites: { ru: [Первый, Второй], en: [First, Second], zh: [一, 二] }
detect: { patterns: [{ confidence: 0.9, match: ['${pattern}'] }] }
examples: { violates: [Плохо], complies: [Хорошо] }
`
  const ruleSet = Either.getOrThrow(compileRuleSet([{ path: "rules/own.yaml", text: rule }], [], compileRe2))
  return checkText(ruleSet, text).flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)))
}

describe("a pattern", () => {
  it.each([
    ["whatsapp", "Пишите в WhatsApp", ["WhatsApp"]],
    // The first "а" is Cyrillic.
    ["whatsapp", "Пишите в Whаtsapp", ["Whаtsapp"]],
    // Found in both readings, reported once.
    ["whatsapp", "WhatsApp или tелеграм", ["WhatsApp"]],
    ["телеграм", "наш tелеграм и TEЛЕГРАМ", ["tелеграм", "TEЛЕГРАМ"]],
    ["промокод", "ваш пр0мокод", ["пр0мокод"]],
    ["whatsapp", "ｗｈａｔｓａｐｐ", ["ｗｈａｔｓａｐｐ"]],
    ["купон[a-zа-яё]* [a-z]+[0-9]{2}", "купоны SALE20", ["купоны SALE20"]],
    ["ещё", "ещё", ["ещё"]],
    ["еще", "ещё", ["ещё"]],
    ["нет", "да", []]
  ])("%s in «%s» finds %j", (pattern, text, places) => {
    expect(found(pattern, text)).toEqual(places)
  })
})
