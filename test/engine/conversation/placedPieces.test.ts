import { describe, expect, it } from "vitest"
import { inStatedOrder } from "../../../src/engine/conversation/placedPieces.ts"
import type { PiecePlace } from "../../../src/engine/rule/RuleSet.ts"

interface Piece {
  readonly digits: string
  readonly place?: PiecePlace
}

const dialled = (...pieces: ReadonlyArray<Piece>): string =>
  inStatedOrder(pieces, ({ place }) => place)
    .map(({ digits }) => digits)
    .join(" ")

describe("the pieces of a number in their stated order", () => {
  it("stay as written if no position is stated", () => {
    expect(dialled({ digits: "8 903" }, { digits: "318" }, { digits: "44-71" })).toBe("8 903 318 44-71")
  })

  it("go to the beginning, before the last one, in between and to the end", () => {
    const last: Piece = { digits: "44-71", place: "last" }
    const first: Piece = { digits: "8 903", place: "first" }
    expect(dialled(last, { digits: "318", place: "before" }, first)).toBe("8 903 318 44-71")
    expect(dialled(last, { digits: "318", place: "middle" }, first)).toBe("8 903 318 44-71")
    expect(dialled(first, last, { digits: "318", place: "middle" })).toBe("8 903 318 44-71")
  })

  it("go before the end if no other position is stated", () => {
    expect(dialled({ digits: "44-71", place: "last" }, { digits: "8 903" }, { digits: "318" })).toBe("8 903 318 44-71")
  })
})
