import { describe, expect, it } from "vitest"
import { checkText } from "../../src/engine/checkConversation.ts"
import { shippedRules } from "../engine/shippedRules.ts"
import { disguisedContacts } from "./disguisedContacts.ts"
import { nearMisses } from "./nearMisses.ts"

const contactRules = new Set(["phone-number", "outbound-link", "email-address", "payment-card"])

const found = (text: string, region?: string) =>
  checkText(shippedRules, text, region)
    .filter(({ rule }) => contactRules.has(rule))
    .flatMap(({ rule, spans }) => spans.map(({ start, end }) => ({ rule, written: text.slice(start, end) })))

describe("disguised contacts", () => {
  const rows = disguisedContacts.map(([rule, text, written, region]) => ({ rule, text, written, region }))

  it.each(rows)("$rule: finds $text", ({ rule, text, written, region }) => {
    const all = found(text, region)
    expect(all).toContainEqual({ rule, written })
    expect(all.filter((one) => one.rule !== rule)).toEqual([])
  })

  it.each(nearMisses)("ignores %j", (text) => {
    expect(found(text)).toEqual([])
  })
})
