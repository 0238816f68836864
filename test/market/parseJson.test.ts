import { assert, describe, it } from "@effect/vitest"
import { Either } from "effect"
import fc from "fast-check"
import { parseJson } from "../../src/market/parseJson.ts"

const int64 = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n })

/** JSON without numbers that JavaScript would round. */
const harmless = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.maxSafeInteger(),
    fc.string({ unit: "binary" }),
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(fc.string(), tie("value"), { maxKeys: 4, noNullPrototype: true })
  )
})).value

describe("parseJson", () => {
  it("distinguishes JSON nested too deeply for the exact parser from JSON that breaks off", () => {
    const deep = `{"id":12345678901234567,"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`
    assert.deepStrictEqual(parseJson(deep), Either.left("JSON nested too deeply"))
    assert.deepStrictEqual(parseJson('{"id":12345678901234567,"a":['), Either.left("JSON that breaks off"))
  })

  it("keeps every digit of an int64, and returns a number where that is exact", () => {
    fc.assert(
      fc.property(int64, int64, (id, other) => {
        const value = Either.getOrThrow(parseJson(`{"ids":[${id},{"id":${other}}]}`))
        assert.deepStrictEqual(
          JSON.parse(JSON.stringify(value), (_, part) => (typeof part === "number" ? String(part) : part)),
          {
            ids: [String(id), { id: String(other) }]
          }
        )
      }),
      { numRuns: 300 }
    )
    assert.deepStrictEqual(Either.getOrThrow(parseJson("[9007199254740991,9007199254740992,9007199254740993]")), [
      9007199254740991,
      "9007199254740992",
      "9007199254740993"
    ])
  })

  it("parses everything else like JSON.parse, with or without a long id", () => {
    fc.assert(
      fc.property(harmless, int64, (value, id) => {
        const text = JSON.stringify(value)
        assert.deepStrictEqual(Either.getOrThrow(parseJson(text)), JSON.parse(text))
        const beside = Either.getOrThrow(parseJson(`[${text},${id + 2n ** 62n}]`))
        assert.deepStrictEqual(Array.isArray(beside) ? beside[0] : undefined, JSON.parse(text))
      }),
      { numRuns: 300 }
    )
  })

  it("leaves digits in strings and fractions unchanged", () => {
    assert.deepStrictEqual(
      Either.getOrThrow(
        parseJson('{"text":"карта 12345678901234567890","share":0.12345678901234566,"id":12345678901234567}')
      ),
      { text: "карта 12345678901234567890", share: 0.12345678901234566, id: "12345678901234567" }
    )
  })

  it("takes the last of duplicate keys, with or without a long id", () => {
    for (const id of ["1", "12345678901234567890"]) {
      assert.deepInclude(Either.getOrThrow(parseJson(`{"id":${id},"a":1,"a":2}`)), { a: 2 })
    }
  })

  it.each([
    ["<html>звоните 89261234567</html>", "an HTML page"],
    ["  \n<!doctype html>", "an HTML page"],
    ["", "an empty body"],
    ['{"message":"звоните 89261234567"', "JSON that breaks off"],
    ['{"id":12345678901234567890,"message":"звоните 89261234567"', "JSON that breaks off"],
    ["[".repeat(200_000), "JSON that breaks off"],
    [`[12345678901234567890,${"[".repeat(200_000)}`, "JSON that breaks off"],
    ["звоните 89261234567", "not JSON"]
  ])("says of %.40j what it is and repeats none of it", (text, expected) => {
    assert.strictEqual(Either.getOrNull(Either.flip(parseJson(text))), expected)
  })
})
