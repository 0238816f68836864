import { describe, expect, it } from "vitest"
import { inToldOrder } from "../../../src/engine/conversation/placedPieces.ts"
import type { PiecePlace } from "../../../src/engine/rule/RuleSet.ts"

interface Piece {
  readonly digits: string
  readonly place?: PiecePlace
}

const dialled = (...pieces: ReadonlyArray<Piece>): string =>
  inToldOrder(pieces, ({ place }) => place)
    .map(({ digits }) => digits)
    .join(" ")

describe("pieces of a number in the order in which they are told to stand", () => {
  it("stay as they were written when nothing is told", () => {
    expect(dialled({ digits: "8 903" }, { digits: "318" }, { digits: "44-71" })).toBe("8 903 318 44-71")
  })

  it("go to the beginning, before the last one, between and to the end", () => {
    const last: Piece = { digits: "44-71", place: "last" }
    const first: Piece = { digits: "8 903", place: "first" }
    expect(dialled(last, { digits: "318", place: "before" }, first)).toBe("8 903 318 44-71")
    expect(dialled(last, { digits: "318", place: "middle" }, first)).toBe("8 903 318 44-71")
    expect(dialled(first, last, { digits: "318", place: "middle" })).toBe("8 903 318 44-71")
  })

  it("stand before the end when nothing else is told of them", () => {
    expect(dialled({ digits: "44-71", place: "last" }, { digits: "8 903" }, { digits: "318" })).toBe("8 903 318 44-71")
  })
})
