import { Either, Option } from "effect"
import { isLosslessNumber, parse } from "lossless-json"

/** The value of an object's own key; undefined if there is none or the value is not an object. */
export const ownValue = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

/** Parses JSON with numbers kept as written; undefined if it is invalid. */
export const parseExactly = (source: string): unknown =>
  // With duplicate keys JSON.parse takes the last value, and so does the exact parser with this option.
  Either.getOrUndefined(
    Either.try((): unknown => parse(source, undefined, { onDuplicateKey: ({ newValue }) => newValue }))
  )

/**
 * A row's id as JSON text for the answer. Numbers keep all their digits, since JavaScript numbers are exact only up to
 * 2^53.
 *
 * @param value the row as parsed by JSON.parse.
 * @param exact returns the row as parsed by parseExactly; called only if needed.
 */
export const rowId = (value: unknown, exact: () => unknown): Option.Option<string> => {
  const id = ownValue(value, "id")
  if (typeof id === "string" || Number.isSafeInteger(id)) return Option.some(JSON.stringify(id))
  if (typeof id !== "number") return Option.none()
  const number = ownValue(exact(), "id")
  return isLosslessNumber(number) ? Option.some(number.value) : Option.none()
}
