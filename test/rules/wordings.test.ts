import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { checkText } from "../../src/engine/checkConversation.ts"
import { shippedRules } from "../engine/shippedRules.ts"

interface Wordings {
  readonly violates: ReadonlyArray<string>
  readonly complies: ReadonlyArray<string>
}

const wordingsOf = (rule: string): Wordings =>
  parse(readFileSync(new URL(`${rule}.yaml`, import.meta.url), "utf8")) satisfies Wordings

describe.each(["contact-request", "messenger-contact"])("%s", (rule) => {
  const { violates, complies } = wordingsOf(rule)
  const found = (text: string) => checkText(shippedRules, text).filter((violation) => violation.rule === rule)

  it.each(violates)("is broken by: %s", (text) => {
    expect(found(text)).not.toEqual([])
  })

  it.each(complies)("is kept by: %s", (text) => {
    expect(found(text)).toEqual([])
  })
})
