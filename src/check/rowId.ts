import { Either, Option } from "effect"
import { isLosslessNumber, parse } from "lossless-json"

/** The value of an object's own key; undefined where there is none, whatever the value is. */
const ownValue = (value: unknown, key: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined

/**
 * A row's id as the JSON text to give it back with: a string as it is, a number digit by digit, although a JavaScript
 * number holds integers exactly only up to 2^53.
 *
 * @param value the row as JSON.parse made it.
 * @param source the row as it was written.
 */
export const rowId = (value: unknown, source: string): Option.Option<string> => {
  const id = ownValue(value, "id")
  if (typeof id === "string" || Number.isSafeInteger(id)) return Option.some(JSON.stringify(id))
  if (typeof id !== "number") return Option.none()
  // Of two fields with one name JSON.parse takes the later one, and so does the exact parser when told to.
  const exact = Either.try((): unknown =>
    ownValue(parse(source, undefined, { onDuplicateKey: ({ newValue }) => newValue }), "id")
  )
  return Option.filterMap(Either.getRight(exact), (number) =>
    isLosslessNumber(number) ? Option.some(number.value) : Option.none()
  )
}
