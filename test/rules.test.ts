import { describe, expect, it } from "vitest"
import { checkText } from "../src/engine/checkConversation.ts"
import { shippedRules, shippedSources } from "./engine/shippedRules.ts"

const textOf = (example: string | { readonly text: string }): string =>
  typeof example === "string" ? example : example.text

const regionOf = (example: string | { readonly region?: string | undefined }): string | undefined =>
  typeof example === "string" ? undefined : example.region

describe("the shipped rules", () => {
  it("are all compiled, one for each file outside words/", () => {
    const files = shippedSources.filter(({ path }) => !path.includes("words"))
    expect(shippedRules.rules.map(({ path }) => path).sort()).toEqual(files.map(({ path }) => path).sort())
    expect(shippedRules.rules.map(({ id }) => id).sort()).toEqual([
      "contact-request",
      "email-address",
      "messenger-contact",
      "off-platform-deal",
      "outbound-link",
      "payment-card",
      "phone-number"
    ])
  })

  describe.each(shippedRules.rules.map((rule) => ({ rule, id: rule.id })))("$id", ({ rule }) => {
    it("lies in the file of its name", () => {
      expect(rule.path).toBe(`rules/${rule.id}.yaml`)
    })

    it.each(rule.file.examples.violates.map((example) => ({ example, text: textOf(example) })))(
      "is broken by: $text",
      ({ example, text }) => {
        expect(checkText(shippedRules, text, regionOf(example)).map((found) => found.rule)).toContain(rule.id)
      }
    )

    it.each(rule.file.examples.complies.map((example) => ({ example, text: textOf(example) })))(
      "is kept by: $text",
      ({ example, text }) => {
        expect(checkText(shippedRules, text, regionOf(example)).filter((found) => found.rule === rule.id)).toEqual([])
      }
    )

    it("has no blank of a folded line in its Chinese texts", () => {
      const { clause, title, explanation, rewrites } = rule.file
      const texts = [title.zh, explanation.zh, ...rewrites.zh, ...("ours" in clause ? [clause.ours.zh] : [])]
      expect(texts.filter((text) => /[，。；：、] |\p{Script=Han} \p{Script=Han}/u.test(text))).toEqual([])
    })

    it.each(Object.values(rule.file.rewrites).flat())("offers a way to write it that breaks no rule: %s", (rewrite) => {
      expect(checkText(shippedRules, rewrite)).toEqual([])
    })
  })
})
