import { describe, expect, it } from "vitest"
import { nearestWord } from "../../src/yaml/nearestWord.ts"

const known = ["severity", "title", "id", "examples"]

describe("the word that was most likely meant", () => {
  it.each([
    ["sevrity", "severity"],
    ["TITLE", "title"],
    ["ids", "id"],
    ["exampels", "examples"]
  ])("%s: %s", (written, meant) => {
    expect(nearestWord(written, known)).toBe(meant)
  })

  it.each(["colour", "", "no", "severance pay"])("is none for %o", (written) => {
    expect(nearestWord(written, known)).toBeUndefined()
  })

  it("is looked for only by the beginning of a long word", () => {
    expect(nearestWord("a".repeat(100_000), known)).toBeUndefined()
  })
})
