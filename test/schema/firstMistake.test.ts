import { Either, ParseResult, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { firstMistake, pathText } from "../../src/schema/firstMistake.ts"

const Row = Schema.Struct({
  id: Schema.Union(Schema.Int, Schema.String),
  messages: Schema.Array(Schema.Struct({ sender: Schema.Literal("PARTNER"), at: Schema.optional(Schema.Date) }))
}).pipe(Schema.filter(({ messages }) => messages.length < 3))

const mistakeIn = (value: unknown) =>
  Either.match(ParseResult.decodeUnknownEither(Row)(value), {
    onLeft: (issue) => {
      const { path, isMissing } = firstMistake(issue)
      return [pathText(path), isMissing]
    },
    onRight: () => undefined
  })

const partner = { sender: "PARTNER" }

describe("the first mistake", () => {
  it.each([
    ["the value itself", 7, "", false],
    ["a key that is missing", { id: 1 }, "messages", true],
    ["a value that matches no member of a union", { id: [], messages: [] }, "id", false],
    ["an element", { id: 1, messages: [partner, 7] }, "messages[1]", false],
    ["a key that is missing deep inside", { id: 1, messages: [partner, {}] }, "messages[1].sender", true],
    [
      "a value that cannot be transformed into a date",
      { id: 1, messages: [{ ...partner, at: 7 }] },
      "messages[0].at",
      false
    ],
    ["a value that its refinement rejects", { id: 1, messages: [partner, partner, partner] }, "", false]
  ])("is found: %s", (_, value, path, isMissing) => {
    expect(mistakeIn(value)).toEqual([path, isMissing])
  })

  it("is found however deeply the value is nested", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`)
    expect(mistakeIn({ id: deep, messages: [] })).toEqual(["id", false])
  })
})
