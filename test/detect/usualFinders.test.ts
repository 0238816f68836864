import fc from "fast-check"
import { findPhoneNumbersInText } from "libphonenumber-js/max"
import { find as findLinks } from "linkifyjs"
import { describe, expect, it } from "vitest"
import { readMessage } from "../../src/engine/message/MessageReading.ts"

/* Everything that the usual libraries for links and phone numbers find in plain messages is found here as well. */

const opening = fc.constantFrom("", "Добрый день! ", "Смотрите ", "See ", "(", "«", "сайт: ", "请看 ", "\n")
const closing = fc.constantFrom("", ".", ", пожалуйста", ")", "»", " спасибо!", "?", "\n")

const label = fc.stringMatching(/^[a-z][a-z0-9]{1,10}$/)
const host = fc
  .tuple(
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.constantFrom("ru", "com", "net", "org", "shop", "рф", "co.uk", "com.tr", "kz")
  )
  .map(([labels, top]) => `${labels.join(".")}.${top}`)
const path = fc.constantFrom("", "/", "/a", "/catalog/item-1?id=5&x=y", "/путь", "/#top")
const link = fc.tuple(fc.constantFrom("", "http://", "https://", "www."), host, path).map((parts) => parts.join(""))

const phone = fc.oneof(
  fc.tuple(fc.constantFrom("+7", "8"), fc.integer({ min: 9_000_000_000, max: 9_999_999_999 })).map(([code, rest]) => {
    const digits = String(rest)
    return `${code} (${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6, 8)}-${digits.slice(8)}`
  }),
  fc.integer({ min: 9_000_000_000, max: 9_999_999_999 }).map((rest) => `+7${rest}`),
  fc.integer({ min: 5_300_000_000, max: 5_559_999_999 }).map((rest) => `+90 ${rest}`),
  fc.integer({ min: 900_000_000, max: 999_999_999 }).map((rest) => `+998${rest}`),
  fc.integer({ min: 130_0000_0000, max: 139_9999_9999 }).map((rest) => `+86 ${rest}`)
)

const message = (contact: fc.Arbitrary<string>) => fc.tuple(opening, contact, closing).map((parts) => parts.join(""))

const shares = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
  one.start < other.end && other.start < one.end

describe("the usual finders", () => {
  it("find no link that chatlint misses", () => {
    fc.assert(
      fc.property(message(link), (text) => {
        const { links } = readMessage(text, "RU").addresses()
        for (const theirs of findLinks(text, "url")) {
          expect([text, links.some((ours) => shares(ours, theirs))]).toEqual([text, true])
        }
      }),
      { numRuns: 2000 }
    )
  })

  it("find no phone number that chatlint misses", () => {
    fc.assert(
      fc.property(message(phone), (text) => {
        const phones = readMessage(text, "RU").phones()
        for (const { startsAt, endsAt, number } of findPhoneNumbersInText(text, "RU")) {
          const ours = phones.find((one) => shares(one, { start: startsAt, end: endsAt }))
          expect([text, ours?.number]).toEqual([text, number.number])
        }
      }),
      { numRuns: 2000 }
    )
  })
})
