import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { foldedRange, originalRange } from "../../src/text/FoldedText.ts"
import { fold } from "../../src/text/fold.ts"

/** Arbitrary UTF-16 units, including lone surrogates, marks and invisible characters. */
const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 6 }),
      fc.string({ unit: "grapheme", maxLength: 4 }),
      fc.integer({ min: 0xd7f0, max: 0xe010 }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom("8️⃣", "й", "​", "­", "⑧", "８", "٣", "𝟖", "ﷺ", "İ", "№", "👨‍👩‍👧", "é", "а", "T", "\n")
    ),
    { maxLength: 30 }
  )
  .map((pieces) => pieces.join(""))

describe("fold", () => {
  it("maps a range of the original to the folded units that come from it, and to no others", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, one, other) => {
        const folded = fold(text)
        const [start = 0, end = 0] = [one % (text.length + 1), other % (text.length + 1)].toSorted((a, b) => a - b)
        const range = foldedRange(folded, { start, end })
        for (let position = 0; position < folded.text.length; position++) {
          const unit = originalRange(folded, { start: position, end: position + 1 })
          const touches = unit.start < end && unit.end > start
          expect(position >= range.start && position < range.end).toBe(touches)
        }
      }),
      { numRuns: 2000 }
    )
  })

  it("maps every unit of the folded text to a range of the original, in order", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        let previous = { start: 0, end: 0 }
        for (let position = 0; position < folded.text.length; position++) {
          const range = originalRange(folded, { start: position, end: position + 1 })
          expect(range.start).toBeGreaterThanOrEqual(previous.start)
          expect(range.end).toBeGreaterThan(range.start)
          expect(range.end).toBeLessThanOrEqual(text.length)
          // Units of one character share its range; those of different characters share nothing.
          if (range.start !== previous.start || range.end !== previous.end) {
            expect(range.start).toBeGreaterThanOrEqual(previous.end)
          }
          previous = range
        }
        expect(folded.map?.starts.length ?? folded.text.length).toBe(folded.text.length)
      }),
      { numRuns: 2000 }
    )
  })

  it("folds a range of the original as it does within the whole text", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const folded = fold(text)
        for (let position = 0; position < folded.text.length; position++) {
          const range = originalRange(folded, { start: position, end: position + 1 })
          expect(fold(text.slice(range.start, range.end)).text).toContain(folded.text.charAt(position))
        }
      }),
      { numRuns: 500 }
    )
  })

  it("folds a text piece by piece as it folds the whole", () => {
    fc.assert(
      fc.property(anyText, anyText, (left, right) => {
        // They are separated by a character that does not compose with others.
        expect(fold(`${left}\n${right}`).text).toBe(`${fold(left).text}\n${fold(right).text}`)
      })
    )
  })

  it.each([
    { what: "full-width digits", text: "８９２６", folded: "8926" },
    { what: "circled digits", text: "⑧⑨", folded: "89" },
    { what: "mathematical digits", text: "𝟖𝟗", folded: "89" },
    { what: "Arabic-Indic digits", text: "٨٩٢", folded: "892" },
    { what: "superscripts", text: "⁸⁹", folded: "89" },
    { what: "keycaps", text: "8️⃣9️⃣", folded: "89" },
    { what: "zero-width characters", text: "8​9­1", folded: "891" },
    { what: "a letter and its mark", text: "и\u0306", folded: "й" },
    { what: "no-break blanks", text: "8 926", folded: "8 926" },
    { what: "the numero sign, which stays", text: "№ 5", folded: "№ 5" },
    { what: "capital letters", text: "ПРИВЕТ Ё Hello", folded: "привет ё hello" }
  ])("folds $what", ({ text, folded }) => {
    expect(fold(text).text).toBe(folded)
  })

  it("maps a keycap number to its whole span, including the frames", () => {
    const text = "тел 8️⃣9️⃣ да"
    const folded = fold(text)
    const start = folded.text.indexOf("89")
    const range = originalRange(folded, { start, end: start + 2 })
    expect(text.slice(range.start, range.end)).toBe("8️⃣9️⃣")
  })

  it.each([10_000, 100_000])("folds %i marks on one letter quickly", (count) => {
    expect(fold(`a${"\u0301\u0323".repeat(count / 2)}`).text.length).toBeLessThan(count)
  })
})
