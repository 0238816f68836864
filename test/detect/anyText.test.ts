import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readMessage } from "../../src/engine/message/MessageReading.ts"
import type { TextRange } from "../../src/text/FoldedText.ts"
import { fold } from "../../src/text/fold.ts"
import { tokenize } from "../../src/text/tokenize.ts"
import { disguisedContacts } from "./disguisedContacts.ts"

/** Fragments of disguises among arbitrary UTF-16 units, including lone surrogates. */
const anyMessage = fc
  .array(
    fc.oneof(
      fc.string({ unit: "binary", maxLength: 8 }),
      fc.integer({ min: 0xd7f0, max: 0xe010 }).map((unit) => String.fromCharCode(unit)),
      fc.constantFrom(...disguisedContacts.map(([, text]) => text)),
      fc.constantFrom(
        "8",
        "926",
        "+7",
        " точка ",
        " собака ",
        "ру",
        ".",
        "@",
        "(",
        ")",
        "://",
        "&#46;",
        "код ",
        "два нуля"
      ),
      fc.constantFrom("т е л е", "x", "8️⃣", "🐶", "I", "o", "|", "一", "〇", "点", "www", "xn--", "\n", " ", "плюс семь")
    ),
    { maxLength: 12 }
  )
  .map((pieces) => pieces.join(""))

const everythingIn = (text: string) => {
  const reading = readMessage(text, "RU")
  const { links, emails } = reading.addresses()
  return {
    links,
    emails,
    phones: reading.phones(),
    cards: reading.cards(),
    runs: reading.numberRuns(),
    tokens: tokenize(reading.folded.text)
  }
}

const expectInside = (ranges: ReadonlyArray<TextRange>, length: number) => {
  for (const { start, end } of ranges) expect(0 <= start && start < end && end <= length).toBe(true)
}

describe("any text", () => {
  it("is checked without failing, always with the same result and ranges inside the text", () => {
    fc.assert(
      fc.property(anyMessage, (text) => {
        const found = everythingIn(text)
        expect(everythingIn(text)).toEqual(found)
        const { length } = fold(text).text
        for (const ranges of Object.values(found)) expectInside(ranges, length)
        for (const ranges of [found.phones, found.cards, found.tokens]) {
          for (let index = 1; index < ranges.length; index++) {
            expect(ranges[index]?.start).toBeGreaterThanOrEqual(ranges[index - 1]?.end ?? 0)
          }
        }
      }),
      { numRuns: 1500 }
    )
  })

  it("is not affected by text a sentence away", () => {
    const away = "\n\nДобрый день, всё передали в доставку. Хорошего дня и спасибо за отзыв!\n\n"
    fc.assert(
      fc.property(
        fc.constantFrom(...disguisedContacts),
        fc.constantFrom(...disguisedContacts),
        ([, one], [, other]) => {
          const alone = everythingIn(one)
          const together = everythingIn(`${one}${away}${other}`)
          const { length } = fold(one).text
          for (const kind of ["links", "emails", "phones", "cards"] as const) {
            expect(together[kind].filter(({ end }) => end <= length)).toEqual(alone[kind])
          }
        }
      ),
      { numRuns: 500 }
    )
  })
})
