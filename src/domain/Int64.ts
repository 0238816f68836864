import { Schema } from "effect"

/** An int64 of the API that names something, kept as its decimal digits: above 2^53 a JavaScript number would name something else. */
export const Int64 = Schema.String.pipe(Schema.pattern(/^[1-9]\d{0,18}$/))

/** The digits of an integer in JSON: it stands there as a number, or as text where a number would not hold it. */
const Digits = Schema.transform(Schema.Union(Schema.Int, Schema.String), Schema.String, {
  strict: true,
  decode: String,
  encode: (digits) => digits
})

/** An id as the API writes it. */
export const int64InJson = <A extends string>(id: Schema.Schema<A, string>): Schema.Schema<A, string | number> =>
  Schema.compose(Digits, id)
