import { Option, Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { type RowExpectation, type RowProblem, rowTexts } from "./texts.ts"

const isExpectation = (key: string): key is RowExpectation => key.startsWith("expected.") && isKey(key)
const isProblem = (key: string): key is RowProblem => !key.startsWith("expected.") && isKey(key)
const isKey = (key: string): boolean => rowTexts.has(key)

/** The maximum length of a row, in bytes. */
export const longestRow = 8 * 1024 * 1024

/** A row that cannot be read. Contains nothing of the row except its id. */
export class RowError extends Schema.TaggedError<RowError>("chatlint/RowError")("RowError", {
  /** Counts from 1, including empty lines. */
  line: Schema.Int,
  /** The row's id as JSON, if it could be read. */
  id: Schema.OptionFromSelf(Schema.String),
  /** What is wrong, as a key of the texts. */
  problem: Schema.String.pipe(Schema.filter(isProblem)),
  /** The path of the value, such as `messages[2].sender`. */
  place: Schema.optional(Schema.String),
  /** The expected value, as a key of the texts. */
  expectation: Schema.optional(Schema.String.pipe(Schema.filter(isExpectation))),
  /** The country that was probably meant. */
  meant: Schema.optional(Schema.String)
}) {
  override get message(): string {
    return describeRowError(this, "en")
  }
}

/** The line and what is wrong there, in the reader's language. */
export const describeRowError = ({ line, problem, place, expectation, meant }: RowError, locale: Locale): string =>
  rowTexts(locale, problem, {
    line: String(line),
    limit: longestRow / (1024 * 1024),
    place: place ?? "",
    expected: expectation === undefined ? "" : describeRowExpectation(expectation, meant, locale)
  })

/** Describes the expected value in the reader's language. */
export const describeRowExpectation = (
  expectation: RowExpectation,
  meant: string | undefined,
  locale: Locale
): string => rowTexts(locale, expectation, { meant: meant ?? "none" })

/** The error for a line that cannot be parsed at all. */
export const unreadable = (line: number, problem: RowProblem): RowError =>
  new RowError({ line, id: Option.none(), problem })
