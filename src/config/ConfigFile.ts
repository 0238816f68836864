import { Schema } from "effect"

/** A key that may be left out. Without `undefined` as a value, so that a mistake inside is told with its own place. */
const optional = <A, I>(schema: Schema.Schema<A, I>) => Schema.optionalWith(schema, { exact: true })

const Text = Schema.NonEmptyString

/** A number of the marketplace may be written with or without quotes. */
const BusinessNumber = Schema.Union(Schema.Int, Schema.NonEmptyString)

/** One business of the configuration. */
const ConfiguredBusiness = Schema.Struct({
  id: BusinessNumber,
  /** `${NAME}`: the environment variable that holds the key. */
  apiKey: optional(Text),
  /** `${NAME}`: the environment variable that holds an OAuth token, for users who have no key yet. */
  oauthToken: optional(Text)
})

/** `chatlint.yaml`. Flags beat the environment, and the environment beats this file. */
export const ConfigFile = Schema.Struct({
  businesses: optional(Schema.Array(ConfiguredBusiness)),
  baseUrl: optional(Text),
  db: optional(Text),
  concurrency: optional(Schema.Int),
  /** The country of the shops: ISO 3166-1 alpha-2. */
  region: optional(Text),
  rules: optional(Schema.Array(Text)),
  failOn: optional(Text),
  locale: optional(Text),
  timeZone: optional(Text)
})
export type ConfigFile = typeof ConfigFile.Type
