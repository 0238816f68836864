import { describe, expect, it } from "vitest"
import { patternTraps } from "../../../src/engine/rule/patternTraps.ts"

describe("a pattern of a rule", () => {
  it("is warned of where it has capitals, since texts are read in small letters", () => {
    for (const pattern of ["Наш курьер", "[А-Я]+", "\\dX"]) expect(patternTraps(pattern), pattern).toEqual(["capitals"])
  })

  it("is warned of where signs that know Latin letters alone stand with others", () => {
    for (const pattern of ["\\bнаш курьер\\b", "курьер \\w+", "\\W加我"]) {
      expect(patternTraps(pattern), pattern).toEqual(["latinWords"])
    }
  })

  it("is not warned of for the names of classes, signs and groups", () => {
    for (const pattern of [
      "\\bcourier\\b",
      "\\p{Lu}наш",
      "\\PL\\D\\S\\x{41}",
      "(?P<Name>наш)",
      "(?i)Наш",
      "[[:^Alpha:]]",
      "\\\\bна"
    ]) {
      expect(patternTraps(pattern), pattern).toEqual([])
    }
  })
})
