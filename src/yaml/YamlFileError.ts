import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { isExpectation, isProblem, yamlFileTexts } from "./texts.ts"
import { yamlTexts } from "./yamlTexts.ts"

/**
 * A mistake in a YAML file: a rule, a word list or the configuration. `line` and `column` count from 1; columns are
 * UTF-16 units.
 */
export class YamlFileError extends Schema.TaggedError<YamlFileError>("chatlint/YamlFileError")("YamlFileError", {
  path: Schema.String,
  line: Schema.Int,
  column: Schema.Int,
  /** The text key of the problem. */
  problem: Schema.String.pipe(Schema.filter(isProblem)),
  /** The text key of what was expected. */
  expectation: Schema.String.pipe(Schema.filter(isExpectation)),
  /** The word of the file that the problem is about: a key, an id, a list's name, a part of a phrase. */
  subject: Schema.String,
  /** The most similar known word, if any is similar. */
  nearest: Schema.optional(Schema.String),
  /** The known words. */
  known: Schema.Array(Schema.String),
  /** The path of the other file involved, or the YAML parser's code for the error. */
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

/** One line with the position, the problem, a remedy and what was expected. */
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
