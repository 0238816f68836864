import { describe, expect, it } from "vitest"
import { rememberWords } from "../../src/text/rememberWords.ts"

/** A function that spells a word, and how often it was asked for each. */
const speller = () => {
  const asked = new Map<string, number>()
  const spell = (word: string): ReadonlyArray<string> => {
    asked.set(word, (asked.get(word) ?? 0) + 1)
    return [...word]
  }
  return { asked, spell }
}

describe("what is remembered of words", () => {
  it("is worked out once for each word", () => {
    const { asked, spell } = speller()
    const spelled = rememberWords(spell)
    expect([spelled("два"), spelled("дом"), spelled("два")]).toEqual([[..."два"], [..."дом"], [..."два"]])
    expect(asked).toEqual(
      new Map([
        ["два", 1],
        ["дом", 1]
      ])
    )
  })

  it("is right for words of half a character", () => {
    const spelled = rememberWords((word) => ({ units: word.length, first: word.charCodeAt(0) }))
    expect([spelled("\uD83D"), spelled("\uDE42"), spelled("\uD83D")]).toEqual([
      { units: 1, first: 0xd83d },
      { units: 1, first: 0xde42 },
      { units: 1, first: 0xd83d }
    ])
  })

  it("is forgotten where there are too many, and never kept of long words", () => {
    const { asked, spell } = speller()
    const spelled = rememberWords(spell)
    spelled("первое")
    for (let number = 0; number < 50_000; number++) spelled(`слово${number}`)
    spelled("первое")
    const long = "ё".repeat(200)
    spelled(long)
    spelled(long)
    expect([asked.get("первое"), asked.get(long)]).toEqual([2, 2])
  })
})
