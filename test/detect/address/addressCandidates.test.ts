import { describe, expect, it } from "vitest"
import { addressCandidates } from "../../../src/detect/address/addressCandidates.ts"
import { fold } from "../../../src/text/fold.ts"

const found = (text: string): ReadonlyArray<string> => {
  const folded = fold(text)
  const { links, emails } = addressCandidates(folded)
  // A blank for a dot makes a site only if words direct someone there, which the rule decides.
  return [...links.filter(({ dotless }) => !dotless), ...emails].map(({ start, end }) => folded.text.slice(start, end))
}

describe("address candidates", () => {
  it.each([
    ["почта: ivan собачка мейл ру", "ivan собачка мейл ру"],
    ["ivan_24 собака gmail com, пишите", "ivan_24 собака gmail com"],
    ["ivan sobaka mail tochka ru", "ivan sobaka mail tochka ru"],
    ["заходите на tochka.com", "tochka.com"],
    ["журнал на at.ru", "at.ru"],
    ["ivan@sobaka.ru", "ivan@sobaka.ru"],
    ["всё есть на podshipnik tochka ru", "podshipnik tochka ru"]
  ])("are found in %s", (text, address) => {
    expect(found(text)).toEqual([address])
  })

  it.each(["у нас собака и кошка", "собака мейн кун ру", "tochka zreniya", "наша собака яндекс станцию слушает"])(
    "are none in %s",
    (text) => {
      expect(found(text)).toEqual([])
    }
  )
})
