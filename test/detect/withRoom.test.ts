import { describe, expect, it } from "vitest"
import { withRoom } from "../../src/detect/withRoom.ts"

describe("an array with room", () => {
  it("is unchanged while it is long enough", () => {
    const numbers = Int32Array.of(1, 2, 3)
    expect(withRoom(numbers, 3, Int32Array)).toBe(numbers)
  })

  it("keeps its numbers when it grows and pads them with zeros", () => {
    expect(withRoom(Uint8Array.of(7, 8), 3, Uint8Array)).toEqual(Uint8Array.of(7, 8, 0, 0, 0, 0))
  })
})
