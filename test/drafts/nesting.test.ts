import { expect, it } from "vitest"
import { isJsonTooDeep, isYamlTooDeep } from "../../src/drafts/nesting.ts"

it("detects JSON that is nested too deeply, ignoring brackets in strings", () => {
  expect(isJsonTooDeep("[".repeat(301))).toBe(true)
  expect(isJsonTooDeep('{"a":'.repeat(100_000))).toBe(true)
  expect(isJsonTooDeep(`${"[".repeat(300)}${"]".repeat(300)}`)).toBe(false)
  expect(isJsonTooDeep(`"${"[".repeat(301)}\\"${"[".repeat(301)}"`)).toBe(false)
  expect(isJsonTooDeep(`// "\n${"[".repeat(301)}`)).toBe(true)
  expect(isJsonTooDeep(`/* " */${"[".repeat(301)}`)).toBe(true)
  expect(isJsonTooDeep(`{} // ${"[".repeat(301)}`)).toBe(false)
  expect(isJsonTooDeep("[{}],".repeat(1_000))).toBe(false)
})

it("detects YAML that is nested too deeply in brackets, lists and blocks, ignoring brackets in scalars", () => {
  const blocks = (levels: number) => Array.from({ length: levels }, (_, level) => `${" ".repeat(level)}a:`).join("\n")
  expect(isYamlTooDeep("[".repeat(20_000))).toBe(true)
  expect(isYamlTooDeep(`${"- ".repeat(20_000)}x\n`)).toBe(true)
  expect(isYamlTooDeep(blocks(400))).toBe(true)
  expect(isYamlTooDeep(blocks(200))).toBe(false)
  expect(isYamlTooDeep(`a: "${"[".repeat(301)}"\nb: |\n  ${"{".repeat(301)}\n`)).toBe(false)
  expect(isYamlTooDeep("a: {b: [да]}\n".repeat(1_000))).toBe(false)
})
