import fc from "fast-check"
import { parsePhoneNumberFromString } from "libphonenumber-js/max"
import { describe, expect, it } from "vitest"
import { mayBeInternational } from "../../../src/detect/number/mayBeInternational.ts"

const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 8, maxLength: 16 })

describe("digits that begin with a calling code", () => {
  it("are ruled out only if the library considers them invalid", () => {
    fc.assert(
      fc.property(digits, (figures) => {
        if (!mayBeInternational(figures))
          expect(parsePhoneNumberFromString(`+${figures}`)?.isValid() ?? false).toBe(false)
      }),
      { numRuns: 5000 }
    )
  })

  it.each(["79265550142", "905325550142", "8613812345678", "5352345678", "80012345678"])(
    "%s may be a number",
    (figures) => {
      expect(mayBeInternational(figures)).toBe(true)
    }
  )

  it.each(["53679484429", "53612340025", "7926555014"])(
    "%s has too many digits or too few for the country",
    (figures) => {
      expect(mayBeInternational(figures)).toBe(false)
    }
  )
})
