import { Schema } from "effect"

/** A key that may be left out; `key:` with nothing behind it is a mistake. */
export const optionally = <A, I>(schema: Schema.Schema<A, I>) => Schema.optionalWith(schema, { exact: true })
