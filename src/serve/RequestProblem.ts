import { Schema } from "effect"
import { describeRowExpectation } from "../check/RowError.ts"
import { type RowExpectation, rowTexts } from "../check/texts.ts"
import type { Locale } from "../locale/Locale.ts"
import { serveTexts } from "./texts.ts"

/** The HTTP status of each problem (RFC 9110, section 15; 429 and 431 are defined in RFC 6585). */
export const problemStatus = {
  NotJson: 400,
  NotUtf8: 400,
  BadRequest: 400,
  Unauthorized: 401,
  NotFound: 404,
  MethodNotAllowed: 405,
  RequestTooSlow: 408,
  BodyTooLarge: 413,
  RowTooLong: 413,
  UnsupportedMediaType: 415,
  NotObject: 422,
  WrongValue: 422,
  TextOrMessages: 422,
  RowsAndText: 422,
  TooManyRequests: 429,
  HeaderTooLarge: 431,
  Internal: 500,
  Overloaded: 503
} as const

const isCode = (code: string): code is keyof typeof problemStatus => Object.hasOwn(problemStatus, code)

/** A problem's code, which does not depend on the language. */
export const ProblemCode = Schema.String.pipe(Schema.filter(isCode))
export type ProblemCode = typeof ProblemCode.Type

/** The expected value, as a key of the rows' texts or of the server's. */
export type RequestExpectation = RowExpectation | "expected.rows"

const isExpectation = (key: string): key is RequestExpectation =>
  key === "expected.rows" || (key.startsWith("expected.") && rowTexts.has(key))

/** A request that is refused. Contains nothing of the request except a row's id. */
export class RequestProblem extends Schema.TaggedError<RequestProblem>("chatlint/RequestProblem")("RequestProblem", {
  code: ProblemCode,
  /** The row's id as JSON, if the request is a single row. */
  id: Schema.optional(Schema.String),
  /** The path of the value, such as `messages[2].sender`. */
  path: Schema.optional(Schema.String),
  expectation: Schema.optional(Schema.String.pipe(Schema.filter(isExpectation))),
  /** The country that was probably meant. */
  meant: Schema.optional(Schema.String),
  /** The limit that was exceeded, in bytes, characters or seconds. */
  limit: Schema.optional(Schema.Int),
  /** After how many seconds to retry. */
  retryAfter: Schema.optional(Schema.Int),
  /** The methods that the path supports. */
  allow: Schema.optional(Schema.String)
}) {
  override get message(): string {
    return describeRequestProblem(this, "en")
  }
}

/** Describes the expected value in the reader's language. */
export const describeExpectation = (
  expectation: RequestExpectation,
  meant: string | undefined,
  locale: Locale
): string =>
  expectation === "expected.rows" ? serveTexts(locale, expectation) : describeRowExpectation(expectation, meant, locale)

/** Describes the problem and its remedy in the reader's language. */
export const describeRequestProblem = (problem: RequestProblem, locale: Locale): string =>
  serveTexts(locale, problem.code, {
    path: problem.path ?? serveTexts(locale, "theBody"),
    expected: problem.expectation === undefined ? "" : describeExpectation(problem.expectation, problem.meant, locale),
    limit: problem.limit ?? 0,
    seconds: problem.retryAfter ?? 0,
    allow: problem.allow ?? ""
  })
