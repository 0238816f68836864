import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { LineSplitter } from "../../src/check/LineSplitter.ts"

const bytes = (text: string) => new TextEncoder().encode(text)
const textOf = (line: Uint8Array | "too long") => (line === "too long" ? line : new TextDecoder().decode(line))

const split = (pieces: ReadonlyArray<Uint8Array>, limit = 1000) => {
  const splitter = new LineSplitter(limit)
  return [...pieces.flatMap((piece) => splitter.add(piece)), ...splitter.end()].map(
    (line) => [line.number, textOf(line.bytes)] as const
  )
}

describe("LineSplitter", () => {
  it("returns lines with their numbers, including empty ones and a last one without a line feed", () => {
    expect(split([bytes("a\n\nb\r\n"), bytes("c")])).toEqual([
      [1, "a"],
      [3, "b\r"],
      [4, "c"]
    ])
  })

  it("returns the same lines however the bytes are split", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("я", "a", "\n", "\r", "😀") }),
        fc.array(fc.nat(20)),
        (text, cuts) => {
          const whole = bytes(text)
          const places = [0, ...cuts.map((cut) => Math.min(cut, whole.length)).toSorted((a, b) => a - b), whole.length]
          const pieces = places.slice(1).map((place, index) => whole.subarray(places[index], place))
          expect(split(pieces)).toEqual(split([whole]))
        }
      )
    )
  })

  it("reports that a line is too long before it ends, discards it, and continues after it", () => {
    const splitter = new LineSplitter(10)
    expect(splitter.add(bytes("123456"))).toEqual([])
    expect(splitter.add(bytes("78901"))).toEqual([{ number: 1, bytes: "too long" }])
    expect(splitter.add(bytes("x".repeat(100)))).toEqual([])
    expect(splitter.add(bytes("\nok\n")).map(({ number, bytes }) => [number, textOf(bytes)])).toEqual([[2, "ok"]])
    expect(split([bytes("1234567890\n12345678901\n")], 10)).toEqual([
      [1, "1234567890"],
      [2, "too long"]
    ])
  })
})
