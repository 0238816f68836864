import { Schema } from "effect"

const greatest = "9223372036854775807"

/** An int64 id of the API, kept as decimal digits because a JavaScript number is not exact above 2^53. */
export const Int64 = Schema.String.pipe(
  Schema.pattern(/^[1-9]\d{0,18}$/),
  Schema.filter((digits) => digits.length < greatest.length || digits <= greatest, { jsonSchema: {} })
)

/** An integer's digits in parsed JSON: a number, or a string if a number would not be exact. */
const Digits = Schema.transform(Schema.Union(Schema.Int, Schema.String), Schema.String, {
  strict: true,
  decode: String,
  encode: (digits) => digits
})

/** A schema that decodes an id from the API's JSON. */
export const int64InJson = <A extends string>(id: Schema.Schema<A, string>): Schema.Schema<A, string | number> =>
  Schema.compose(Digits, id)
