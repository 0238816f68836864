import { describe, expect, it } from "vitest"
import { mergedRanges, spanOfBoth, touch } from "../../src/text/mergedRanges.ts"

const at = (start: number, end: number) => ({ start, end })

describe("merged ranges", () => {
  it("are sorted and include all ranges that overlap them", () => {
    expect(mergedRanges([at(8, 9), at(2, 5), at(0, 3), at(4, 6)], spanOfBoth)).toEqual([at(0, 6), at(8, 9)])
  })

  it("keep the end of a range that contains the next one", () => {
    expect(mergedRanges([at(0, 9), at(2, 3)], spanOfBoth)).toEqual([at(0, 9)])
  })

  it("are not merged if they only adjoin, unless requested", () => {
    const touching = [at(0, 2), at(2, 4)]
    expect(mergedRanges(touching, spanOfBoth)).toEqual(touching)
    expect(mergedRanges(touching, spanOfBoth, touch)).toEqual([at(0, 4)])
  })

  it("are merged with the given function", () => {
    const named = [
      { ...at(0, 2), name: "a" },
      { ...at(1, 3), name: "b" }
    ]
    const join = (one: (typeof named)[0], other: (typeof named)[0]) => ({
      ...spanOfBoth(one, other),
      name: one.name + other.name
    })
    expect(mergedRanges(named, join)).toEqual([{ ...at(0, 3), name: "ab" }])
  })
})
