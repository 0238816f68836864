import { expect, it } from "vitest"
import { rememberTexts } from "../../../src/check/drafts/rememberTexts.ts"

const counted = () => {
  const asked: Array<string> = []
  const lengthOf = rememberTexts((text) => {
    asked.push(text)
    return text.length
  })
  return { asked, lengthOf }
}

it("asks once for equal texts, and again for each other one", () => {
  const { asked, lengthOf } = counted()
  expect(["да", "нет", "да", "\ud800", "\ud801"].map(lengthOf)).toEqual([2, 3, 2, 1, 1])
  expect(asked).toEqual(["да", "нет", "\ud800", "\ud801"])
})

it("remembers no long text, and only so many short ones", () => {
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
