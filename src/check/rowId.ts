import { Either, Option } from "effect"
import { isLosslessNumber, parse } from "lossless-json"

/** The value of an object's own key; undefined where there is none, whatever the value is. */
export const ownValue = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

/** JSON with each number as it is written; undefined where it cannot be read. */
export const parseExactly = (source: string): unknown =>
  // Of two fields with one name JSON.parse takes the later one, and so does the exact parser when told to.
  Either.getOrUndefined(
    Either.try((): unknown => parse(source, undefined, { onDuplicateKey: ({ newValue }) => newValue }))
  )

/**
 * A row's id as the JSON text to give it back with: a string as it is, a number digit by digit, although a JavaScript
 * number holds integers exactly only up to 2^53.
 *
 * @param value the row as JSON.parse made it.
 * @param exact the row as parseExactly made it; asked for only where it is needed.
 */
export const rowId = (value: unknown, exact: () => unknown): Option.Option<string> => {
  const id = ownValue(value, "id")
  if (typeof id === "string" || Number.isSafeInteger(id)) return Option.some(JSON.stringify(id))
  if (typeof id !== "number") return Option.none()
  const number = ownValue(exact(), "id")
  return isLosslessNumber(number) ? Option.some(number.value) : Option.none()
}
