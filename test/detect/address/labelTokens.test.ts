import { describe, expect, it } from "vitest"
import type { AddressToken } from "../../../src/detect/address/AddressToken.ts"
import { pushLabel } from "../../../src/detect/address/labelTokens.ts"

const labelsOf = (word: string): ReadonlyArray<AddressToken> => {
  const tokens: Array<AddressToken> = []
  pushLabel(tokens, word, 3)
  return tokens
}

describe("pushLabel", () => {
  it.each([
    ["kover-точка-ru", ["kover", "точка", "ru"]],
    ["_kover_dot_ru_", ["kover", "dot", "ru"]],
    ["точка-ру", ["точка", "ру"]],
    ["olgaсобакаmailточкаru", ["olga", "собака", "mail", "точка", "ru"]],
    ["kover-dom", ["kover-dom"]]
  ])("splits %s at attached signs", (word, values) => {
    const tokens = labelsOf(word)
    expect(tokens.map(({ value }) => value)).toEqual(values)
  })

  it("returns each part at its position", () => {
    expect(labelsOf("_kover_dot_ru").map(({ start, end, role }) => [start, end, role])).toEqual([
      [4, 9, undefined],
      [9, 14, "dot"],
      [14, 16, undefined]
    ])
  })

  it.each(["a-точка-", "shop_dot_", "olgaсобака"])("reads any number of signs: %s", (piece) => {
    expect(labelsOf(`${piece.repeat(20_000)}ru`)).toHaveLength(40_001)
  })
})
