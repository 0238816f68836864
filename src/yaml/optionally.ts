import { Schema } from "effect"

/** An optional key. `key:` without a value is still a mistake. */
export const optionally = <A, I>(schema: Schema.Schema<A, I>) => Schema.optionalWith(schema, { exact: true })
