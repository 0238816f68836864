import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { isExpectation, isProblem, yamlFileTexts } from "./texts.ts"
import { yamlTexts } from "./yamlTexts.ts"

/** A mistake in a file of YAML: in a rule, a word list, the configuration. `line` and `column` count from 1; a column is a UTF-16 unit. */
export class YamlFileError extends Schema.TaggedError<YamlFileError>("chatlint/YamlFileError")("YamlFileError", {
  path: Schema.String,
  line: Schema.Int,
  column: Schema.Int,
  /** What is wrong, as a key of the texts. */
  problem: Schema.String.pipe(Schema.filter(isProblem)),
  /** What should have stood there, as a key of the texts. */
  expectation: Schema.String.pipe(Schema.filter(isExpectation)),
  /** The word of the file that is meant: a key, an id, the name of a list, a piece of a phrase. */
  subject: Schema.String,
  /** The known word that is most like it; none when nothing is. */
  nearest: Schema.optional(Schema.String),
  /** The known words. */
  known: Schema.Array(Schema.String),
  /** The other file that is meant, or the YAML parser's name for the fault. */
  detail: Schema.String
}) {
  /** What was expected, in English. */
  get expected(): string {
    return expectedText(this, "en")
  }

  override get message(): string {
    return describeYamlFileError(this, "en")
  }
}

/** One line with the place, what is wrong, what to do and what was expected. */
export const describeYamlFileError = (error: YamlFileError, locale: Locale): string =>
  yamlFileTexts(locale, "place", {
    path: error.path,
    line: String(error.line),
    column: String(error.column),
    problem: yamlFileTexts(locale, error.problem, valuesOf(error, locale)),
    expected: expectedText(error, locale)
  })

const expectedText = (error: YamlFileError, locale: Locale): string =>
  yamlFileTexts(locale, error.expectation, valuesOf(error, locale))

const valuesOf = (error: YamlFileError, locale: Locale) => ({
  subject: error.subject,
  nearest: error.nearest ?? "none",
  keys: error.known.join(", "),
  other: error.detail,
  detail: yamlTexts.has(error.detail) ? yamlTexts(locale, error.detail) : error.detail
})
