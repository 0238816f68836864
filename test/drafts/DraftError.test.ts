import { printParseErrorCode } from "jsonc-parser"
import { expect, it } from "vitest"
import { DraftError, describeDraftError } from "../../src/drafts/DraftError.ts"
import { jsonTexts } from "../../src/drafts/jsonTexts.ts"
import { locales } from "../../src/locale/Locale.ts"
import { readString } from "./reading.ts"

it("describes JSON syntax errors in each language", () => {
  const error = DraftError.at("a.json", { line: 1, column: 7, byte: 6 }, "badJson", "CloseBracketExpected")
  expect(describeDraftError(error, "ru")).toContain("a.json:1:7: Это не JSON: здесь не хватает закрывающей скобки «]».")
  expect(describeDraftError(error, "en")).toContain('here a closing bracket "]" is missing')
  expect(describeDraftError(error, "zh")).toContain("此处缺少右方括号")
})

it("describes every error of the parser", () => {
  const names = Array.from({ length: 16 }, (_, index) => printParseErrorCode(index + 1))
  expect(names.filter((name) => !jsonTexts.has(name))).toEqual([])
})

it("describes YAML syntax errors in each language, and never quotes the file", async () => {
  for (const source of [
    "a: |СЕКРЕТ\n x",
    "a: | СЕКРЕТ",
    "a: *СЕКРЕТ",
    "a: [СЕКРЕТ",
    'a: "\\СЕКРЕТ"',
    "a: b: СЕКРЕТ",
    "a: @СЕКРЕТ"
  ]) {
    const { errors } = await readString("a.yaml", source)
    expect(errors, source).toHaveLength(1)
    for (const locale of locales) {
      const words = errors.map((error) => describeDraftError(error, locale)).join()
      expect(words).not.toContain("СЕКРЕТ")
      expect(words).not.toMatch(/[A-Z]+_[A-Z]+/)
    }
  }
})
