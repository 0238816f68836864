import { describe, expect, it } from "vitest"
import { shippedSources } from "../engine/shippedRules.ts"

/** The alternatives of every bracket in a phrase, each bracket as a list; inner brackets count as one alternative. */
const bracketsIn = (phrase: string): ReadonlyArray<ReadonlyArray<string>> => {
  const found: Array<ReadonlyArray<string>> = []
  const open: Array<Array<string>> = [[""]]
  for (const character of phrase) {
    const innermost = open.at(-1) ?? [""]
    if (character === "(" || character === "[") {
      open.push([""])
    } else if (character === ")" || character === "]") {
      found.push(innermost.map((alternative) => alternative.trim()))
      open.pop()
      const outer = open.at(-1)
      if (outer !== undefined) outer[outer.length - 1] += `(${innermost.join("|")})`
    } else if (character === "|") {
      innermost.push("")
    } else {
      innermost[innermost.length - 1] += character
    }
  }
  return found
}

const repeatedIn = (phrase: string): ReadonlyArray<string> =>
  bracketsIn(phrase).flatMap((alternatives) =>
    alternatives.filter((alternative, index) => alternative !== "" && alternatives.indexOf(alternative) < index)
  )

describe.each(shippedSources.map(({ path, text }) => ({ path, lines: text.split("\n") })))("$path", ({ lines }) => {
  it("lists no alternative of a bracket twice", () => {
    const phrases = lines.filter((line) => /^\s*- .*\|/.test(line))
    expect(phrases.flatMap(repeatedIn)).toEqual([])
  })
})
