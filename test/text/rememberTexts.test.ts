import { describe, expect, it } from "vitest"
import { rememberTexts, templateLimits, wordLimits } from "../../src/text/rememberTexts.ts"

const counted = () => {
  const asked: Array<string> = []
  const lengthOf = rememberTexts(templateLimits, (text) => {
    asked.push(text)
    return text.length
  })
  return { asked, lengthOf }
}

it("computes a value once per text", () => {
  const { asked, lengthOf } = counted()
  expect(["да", "нет", "да", "\ud800", "\ud801"].map(lengthOf)).toEqual([2, 3, 2, 1, 1])
  expect(asked).toEqual(["да", "нет", "\ud800", "\ud801"])
})

it("caches no long texts and a limited number of short ones", () => {
  const { asked, lengthOf } = counted()
  const long = "a".repeat(2_001)
  lengthOf(long)
  lengthOf(long)
  expect(asked).toHaveLength(2)
  const first = "0".padEnd(2_000)
  lengthOf(first)
  for (let index = 1; index <= 4_000; index += 1) lengthOf(String(index).padEnd(2_000))
  lengthOf(first)
  expect(asked).toHaveLength(2 + 4_001 + 1)
})

/** A function that spells a word, and its calls per word. */
const speller = () => {
  const asked = new Map<string, number>()
  const spell = (word: string): ReadonlyArray<string> => {
    asked.set(word, (asked.get(word) ?? 0) + 1)
    return [...word]
  }
  return { asked, spell }
}

describe("the word memo", () => {
  it("computes a value once per word", () => {
    const { asked, spell } = speller()
    const spelled = rememberTexts(wordLimits, spell)
    expect([spelled("два"), spelled("дом"), spelled("два")]).toEqual([[..."два"], [..."дом"], [..."два"]])
    expect(asked).toEqual(
      new Map([
        ["два", 1],
        ["дом", 1]
      ])
    )
  })

  it("distinguishes words of lone surrogates", () => {
    const spelled = rememberTexts(wordLimits, (word) => ({ units: word.length, first: word.charCodeAt(0) }))
    expect([spelled("\uD83D"), spelled("\uDE42"), spelled("\uD83D")]).toEqual([
      { units: 1, first: 0xd83d },
      { units: 1, first: 0xde42 },
      { units: 1, first: 0xd83d }
    ])
  })

  it("is cleared when full and never stores long words", () => {
    const { asked, spell } = speller()
    const spelled = rememberTexts(wordLimits, spell)
    spelled("первое")
    for (let number = 0; number < 50_000; number++) spelled(`слово${number}`)
    spelled("первое")
    const long = "ё".repeat(200)
    spelled(long)
    spelled(long)
    expect([asked.get("первое"), asked.get(long)]).toEqual([2, 2])
  })
})
