import { Schema } from "effect"
import { isCountry } from "../detect/number/isCountry.ts"

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/

/** Programs that write JSON may write null for a missing value. */
const orNull = <A, I>(schema: Schema.Schema<A, I>) => Schema.optionalWith(schema, { nullable: true })

/** A message of a row. */
const RowMessage = Schema.Struct({
  /** Other senders are rejected, because their messages would silently not be judged. */
  sender: Schema.Literal("PARTNER", "CUSTOMER", "MARKET", "SUPPORT"),
  /** ISO 8601. */
  at: orNull(Schema.String.pipe(Schema.filter((at) => instant.test(at) && !Number.isNaN(Date.parse(at))))),
  text: orNull(Schema.String),
  /** The names of the attached files. */
  files: orNull(Schema.Array(Schema.String))
}).pipe(Schema.filter(({ text, files }) => text !== undefined || files !== undefined))

/**
 * What to check before it is sent: one text of the shop, or a conversation, in which the shop's messages are judged.
 * Unknown keys are ignored.
 */
export const CheckRow = Schema.Struct({
  id: Schema.Union(Schema.String, Schema.Number),
  text: orNull(Schema.String),
  messages: orNull(Schema.Array(RowMessage)),
  /** The country of numbers without a country code: ISO 3166-1 alpha-2. */
  region: orNull(Schema.String.pipe(Schema.pattern(/^[A-Z]{2}$/), Schema.filter(isCountry, { jsonSchema: {} })))
}).pipe(Schema.filter(({ text, messages }) => (text === undefined) !== (messages === undefined)))
export type CheckRow = typeof CheckRow.Type
