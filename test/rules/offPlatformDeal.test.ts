import { readFileSync } from "node:fs"
import { Schema } from "effect"
import { describe, expect, it } from "vitest"
import { parse } from "yaml"
import { checkText } from "../../src/engine/checkConversation.ts"
import { shippedRules } from "../engine/shippedRules.ts"

const Messages = Schema.Struct({ violates: Schema.Array(Schema.String), complies: Schema.Array(Schema.String) })

const { violates, complies } = Schema.decodeUnknownSync(Messages)(
  parse(readFileSync(new URL("off-platform-deal.yaml", import.meta.url), "utf8"))
)

const deals = (text: string): ReadonlyArray<string> =>
  checkText(shippedRules, text).flatMap(({ rule, spans: [{ start, end }] }) =>
    rule === "off-platform-deal" ? [text.slice(start, end)] : []
  )

describe("a deal past the marketplace", () => {
  it.each(violates)("is: %s", (text) => {
    expect(deals(text)).not.toEqual([])
  })

  it.each(complies)("is not: %s", (text) => {
    expect(deals(text)).toEqual([])
  })
})
