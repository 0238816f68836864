import { describe, expect, it } from "vitest"
import { patternTraps } from "../../../src/engine/rule/patternTraps.ts"

describe("a pattern of a rule", () => {
  it("causes a warning if it has capitals, since texts are in lower case", () => {
    for (const pattern of ["Наш курьер", "[А-Я]+", "\\dX"]) expect(patternTraps(pattern), pattern).toEqual(["capitals"])
  })

  it("causes a warning if classes of Latin letters are used with other letters", () => {
    for (const pattern of ["\\bнаш курьер\\b", "курьер \\w+", "\\W加我"]) {
      expect(patternTraps(pattern), pattern).toEqual(["latinWords"])
    }
  })

  it("causes no warning for the names of classes, escapes and groups", () => {
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
