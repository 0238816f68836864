import { assert, describe, it } from "@effect/vitest"
import * as fc from "fast-check"
import { parseDocument, stringify } from "yaml"
import { selectValues } from "../../src/drafts/valueSelection.ts"
import { readString } from "./reading.ts"

const all = selectValues(["**"])

/** The file has each non-blank character, or one of its escapes, at its place. */
const expectInk = (text: string, cut: (start: number, end: number) => string): void => {
  let position = 0
  for (const character of text) {
    const start = position
    position += character.length
    if (/\s/.test(character)) continue
    const found = cut(start, position)
    if (found === character || (character === "'" && found === "''")) continue
    assert.isTrue(found.startsWith("\\"), `«${found}» for «${character}»`)
    assert.strictEqual(parseDocument(`"${found}"`).toJS(), character)
  }
}

const words = fc.stringMatching(/^[a-zа-я0-9+\-(),.:'"#😀 \n]{1,60}$/u)
const styles = fc.constantFrom("PLAIN", "QUOTE_SINGLE", "QUOTE_DOUBLE", "BLOCK_FOLDED", "BLOCK_LITERAL" as const)

describe("YAML scalars", () => {
  it("are read with the place of every character, in every style and at every width", async () => {
    await fc.assert(
      fc.asyncProperty(
        words,
        styles,
        fc.integer({ min: 10, max: 60 }),
        fc.boolean(),
        async (value, style, width, crlf) => {
          const written = stringify({ a: { b: [value] } }, { defaultStringType: style, lineWidth: width })
          // The YAML writer may split a surrogate pair, which a UTF-8 file cannot contain.
          const file = Buffer.from(crlf ? written.replace(/\n/g, "\r\n") : written).toString()
          const expected = parseDocument(file).getIn(["a", "b", 0])
          const { texts, errors } = await readString("a.yaml", file, all)
          assert.deepStrictEqual(errors, [])
          if (!/[\p{L}\p{N}]/u.test(value)) return
          assert.strictEqual(texts[0]?.text, String(expected))
          expectInk(texts[0]?.text ?? "", texts[0]?.cut ?? (() => ""))
        }
      ),
      { numRuns: 1000 }
    )
  })
})
