import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import { foldedRanges, hideRanges } from "../../../src/engine/masking/hideRanges.ts"
import { fold } from "../../../src/text/fold.ts"

const unit = fc.oneof(
  fc.string({ unit: "binary", maxLength: 3 }),
  fc.constantFrom("8 926 123-45-67", "８", "заказ ", "\ud800", "\u200b", "е\u0301")
)
const anyText = fc.array(unit, { maxLength: 12 }).map((pieces) => pieces.join(""))

describe("hidden ranges", () => {
  it("are hidden in the original and in the folded text alike", () => {
    const text = "Номер ８ 926 и почта а"
    const folded = fold(text)
    const ranges = [{ start: 6, end: 11 }]
    expect(hideRanges(text, ranges)).toBe("Номер ••• и почта а")
    expect(hideRanges(folded.text, foldedRanges(folded, ranges))).toBe("номер ••• и почта а")
    expect(foldedRanges(fold("абв"), [{ start: 1, end: 3 }])).toEqual([{ start: 1, end: 3 }])
    expect(
      foldedRanges(fold("абвг"), [
        { start: 0, end: 1 },
        { start: 2, end: 3 }
      ])
    ).toEqual([
      { start: 0, end: 1 },
      { start: 2, end: 3 }
    ])
  })

  it("leave nothing of what they cover in the folded text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        expect(hideRanges(folded.text, foldedRanges(folded, [{ start: 0, end: text.length }]))).toBe(
          folded.text === "" ? "" : "•••"
        )
        expect(hideRanges(folded.text, foldedRanges(folded, []))).toBe(folded.text)
      })
    )
  })
})
