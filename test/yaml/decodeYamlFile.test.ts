import { Either, Schema } from "effect"
import { describe, expect, it } from "vitest"
import { decodeYamlFile } from "../../src/yaml/decodeYamlFile.ts"
import { expects } from "../../src/yaml/expects.ts"
import { optionally } from "../../src/yaml/optionally.ts"
import { parseYamlFile } from "../../src/yaml/YamlFile.ts"

const examples = expects("expected.examples", "problem.noExamples")

const Shelf = Schema.Struct({
  name: Schema.String,
  places: Schema.Array(Schema.Number),
  books: Schema.propertySignature(
    Schema.Array(Schema.String).pipe(Schema.minItems(1)).annotations(examples)
  ).annotations(examples),
  sorted: optionally(Schema.Boolean)
})

const mistakesIn = (text: string) => {
  const file = Either.getOrThrow(parseYamlFile("shelf.yaml", text))
  return Either.match(decodeYamlFile(Shelf, file), {
    onLeft: (errors) =>
      errors.map(({ line, column, problem, expectation, subject }) => [line, column, problem, expectation, subject]),
    onRight: () => []
  })
}

const shelf = "name: A\nplaces: [1]\nbooks:\n  - B\n"

describe("a YAML file", () => {
  it("is decoded if it is valid", () => {
    expect(mistakesIn(shelf)).toEqual([])
    expect(mistakesIn(`${shelf}sorted: true\n`)).toEqual([])
  })

  it.each([
    ["a key that is missing", "places: []\nbooks: [B]\n", [1, 1, "problem.missingKey", "expected.keyPresent", "name"]],
    ["a key without a value", `${shelf}sorted:\n`, [5, 8, "problem.wrongValue", "expected.value", "sorted"]],
    ["a number that is none", shelf.replace("[1]", "[one]"), [2, 10, "problem.wrongValue", "expected.number", "0"]],
    [
      "a key whose absence the schema has words for",
      "name: A\nplaces: []\n",
      [1, 1, "problem.noExamples", "expected.examples", "books"]
    ],
    [
      "a value that the schema has words for",
      "name: A\nplaces: []\nbooks: []\n",
      [3, 8, "problem.noExamples", "expected.examples", "books"]
    ]
  ])("is refused with the position of the mistake: %s", (_, text, mistake) => {
    expect(mistakesIn(text)).toEqual([mistake])
  })

  it("yields all mistakes in file order", () => {
    expect(mistakesIn("sorted: 1\nplaces: 2\nname: []\n").map(([line]) => line)).toEqual([1, 1, 2, 3])
  })
})
