import { Either } from "effect"
import { parse } from "lossless-json"

const maximumSafe = String(Number.MAX_SAFE_INTEGER)

/** Whether a run of digits may be an integer that a JavaScript number cannot represent exactly. */
const isLong = (digits: string): boolean =>
  digits.length > maximumSafe.length || (digits.length === maximumSafe.length && digits > maximumSafe)

/** Keeps integers that a number cannot represent exactly as strings of digits. */
const parseNumber = (source: string): number | string => {
  const value = Number(source)
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value
}

/** Why a text is not JSON. */
export type NotJson = "an empty body" | "an HTML page" | "JSON that breaks off" | "JSON nested too deeply" | "not JSON"

/**
 * Parses JSON without losing digits of ids. The API's ids are int64, and JSON.parse rounds those above 2^53, which
 * could merge two messages or confuse two chats. Such integers are returned as strings of digits. The slower exact
 * parser runs only on texts that contain a run of digits that long.
 *
 * @returns the value, or what is wrong with the text, without quoting it.
 */
export const parseJson = (text: string): Either.Either<unknown, NotJson> => {
  const exact = text.match(/\d{16,}/g)?.some(isLong) ?? false
  return Either.try({
    // JSON.parse keeps the last of duplicate keys; the exact parser is configured to do the same.
    try: (): unknown =>
      exact ? parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue }) : JSON.parse(text),
    catch: (error) => (error instanceof RangeError && isJson(text) ? "JSON nested too deeply" : reasonOf(text))
  })
}

/** Distinguishes deep nesting from bad JSON: the exact parser is recursive and may overflow the stack. */
const isJson = (text: string): boolean => Either.isRight(Either.try((): unknown => JSON.parse(text)))

/** Why a text is not JSON, judged by its first character. */
const reasonOf = (text: string): NotJson => {
  const first = text.trimStart()[0]
  if (first === undefined) return "an empty body"
  if (first === "<") return "an HTML page"
  return first === "{" || first === "[" ? "JSON that breaks off" : "not JSON"
}
