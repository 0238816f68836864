import { Either } from "effect"
import { parse } from "lossless-json"

const maximumSafe = String(Number.MAX_SAFE_INTEGER)

/** Whether a run of digits could be an integer that a JavaScript number does not hold exactly. */
const isLong = (digits: string): boolean =>
  digits.length > maximumSafe.length || (digits.length === maximumSafe.length && digits > maximumSafe)

/** Integers that are not exact as numbers stay the digits they were written with. */
const parseNumber = (source: string): number | string => {
  const value = Number(source)
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? source : value
}

/** Why a text is not JSON. */
export type NotJson = "an empty body" | "an HTML page" | "JSON that breaks off" | "JSON nested too deeply" | "not JSON"

/**
 * Parses JSON without losing a digit of an id. The API's ids are int64, and JSON.parse rounds those above 2^53, by
 * which two messages could become one and a chat could be taken for another. Such integers come out as strings of
 * digits. The slower exact parser runs only for texts that hold a run of digits so long.
 *
 * @returns the value, or what is wrong, without any of the text.
 */
export const parseJson = (text: string): Either.Either<unknown, NotJson> => {
  const exact = text.match(/\d{16,}/g)?.some(isLong) ?? false
  return Either.try({
    // Of two fields with one name JSON.parse takes the later one, and so does the exact parser when told to.
    try: (): unknown =>
      exact ? parse(text, undefined, { parseNumber, onDuplicateKey: ({ newValue }) => newValue }) : JSON.parse(text),
    catch: (error) => (error instanceof RangeError && isJson(text) ? "JSON nested too deeply" : reasonOf(text))
  })
}

/** The exact parser calls itself once more for each level, and JSON.parse does not. */
const isJson = (text: string): boolean => Either.isRight(Either.try((): unknown => JSON.parse(text)))

/** What a text is that is not JSON. */
const reasonOf = (text: string): NotJson => {
  const first = text.trimStart()[0]
  if (first === undefined) return "an empty body"
  if (first === "<") return "an HTML page"
  return first === "{" || first === "[" ? "JSON that breaks off" : "not JSON"
}
