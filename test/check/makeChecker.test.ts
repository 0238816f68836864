import { Either } from "effect"
import { describe, expect, it } from "vitest"
import { type CheckOptions, makeChecker } from "../../src/check/makeChecker.ts"
import { checkText } from "../../src/engine/checkConversation.ts"
import { compileRuleSet } from "../../src/engine/rule/compileRuleSet.ts"
import { shippedRules, shippedSources } from "../engine/shippedRules.ts"

const options: CheckOptions = { ruleSet: shippedRules, allowLists: [], minConfidence: 0, locale: "en", reveal: false }

const ask = (text: string, more: Partial<CheckOptions> = {}) =>
  makeChecker({ ...options, ...more })({ messages: [{ sender: "PARTNER", text }], region: "RU" })

const number = "Звоните +7 926 123-45-67"

describe("the answer to a text", () => {
  it("masks the match, and shows it on request", () => {
    expect(ask(number).findings.map(({ match }) => match)).toContain("+7926•••••67")
    expect(ask(number, { reveal: true }).findings.map(({ match }) => match)).toContain("+7 926 123-45-67")
  })

  it("blocks for an error, warns for less, allows what has no finding", () => {
    const source = shippedSources.map(({ path, text }) => ({
      path,
      text: path.endsWith("phone-number.yaml") ? text.replace("severity: error", "severity: info") : text
    }))
    const milder = Either.getOrThrow(
      compileRuleSet(source.filter(({ path }) => !path.endsWith("messenger-contact.yaml")))
    )
    expect(ask(number).verdict).toBe("block")
    expect(ask("Номер мастера +7 926 123-45-67", { ruleSet: milder }).verdict).toBe("warn")
    expect(ask("Спасибо за заказ").verdict).toBe("allow")
  })

  it("omits findings below the minimum confidence", () => {
    const all = ask("Каталог на shop-mebel.ru").findings
    expect(all.map(({ rule }) => rule)).toEqual(["outbound-link"])
    expect(ask("Каталог на shop-mebel.ru", { minConfidence: 0.999 }).findings).toEqual([])
  })

  it.each([
    ["Звоните +7 926 123-45-67", ["messenger-contact", "phone-number"], /^[А-Я]/],
    ["Call us at +7 926 123-45-67", ["messenger-contact", "phone-number"], /^[A-Z]/],
    ["请拨打 +7 926 123-45-67", ["messenger-contact", "phone-number"], /^\p{Script=Han}/u],
    ["+7 926 123-45-67", ["phone-number"], /^[A-Z]/]
  ])("suggests in the language of %s, or else in that of the environment", (text, rules, language) => {
    const { findings } = ask(text)
    expect(findings.map(({ rule }) => rule)).toEqual(rules)
    for (const { suggestion } of findings) expect(suggestion).toMatch(language)
  })

  it("suggests only compliant texts, even if a user's rule forbids what ours suggest", () => {
    const rule = shippedRules.rules.find(({ id }) => id === "phone-number") ?? expect.fail("no such rule")
    const [first = "", second] = rule.file.rewrites.ru
    const strict = {
      path: "own/strict.yaml",
      text: JSON.stringify({
        ...rule.file,
        id: "strict",
        detect: { phrases: [{ confidence: 1, match: [first.split(/[\s,.]/)[0]] }] }
      })
    }
    const ruleSet = Either.getOrThrowWith(compileRuleSet(shippedSources, [strict]), ([error]) => error)
    expect(checkText(ruleSet, first).map(({ rule }) => rule)).toEqual(["strict"])
    const found = ask("Номер мастера +7 926 123-45-67", { ruleSet }).findings.find(
      ({ rule: id }) => id === "phone-number"
    )
    expect(found?.suggestion).toBe(second)
  })
})
