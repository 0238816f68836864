import { describe, expect, it } from "vitest"
import { BitTable } from "../../../src/detect/phrase/BitTable.ts"

const numbersOf = (symbol: number): ReadonlyArray<number> =>
  symbol % 3 === 0 ? [] : [symbol % 64, 31, (symbol * 7) % 64]

describe("a bit table", () => {
  it("returns the bits of each symbol, for any number of symbols", () => {
    const table = new BitTable(numbersOf)
    for (let symbol = 4_000; symbol >= 0; symbol--) {
      expect(table.isEmpty(symbol)).toBe(symbol % 3 === 0)
      const bits = new Int32Array(2)
      table.setIn(bits, symbol)
      const set = Array.from({ length: 64 }, (_, number) => number).filter((number) => {
        const word = bits[number >>> 5] ?? 0
        return ((word >>> (number & 31)) & 1) === 1
      })
      expect(set).toEqual([...new Set(numbersOf(symbol))].sort((one, other) => one - other))
    }
  })

  it("records the places where the first bit was set", () => {
    const table = new BitTable(numbersOf)
    const bits = new Int32Array(2)
    const places: Array<number> = []
    table.setAndNote(bits, 1, places)
    table.setAndNote(bits, 40, places)
    expect(places).toEqual([0, 1])
  })
})
