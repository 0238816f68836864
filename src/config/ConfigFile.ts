import { Schema } from "effect"

const Text = Schema.NonEmptyString

/** A number of the marketplace may be written with or without quotes. */
const BusinessNumber = Schema.Union(Schema.Int, Schema.NonEmptyString)

/** One business of the configuration. */
const ConfiguredBusiness = Schema.Struct({
  id: BusinessNumber,
  /** `${NAME}`: the environment variable that holds the key. */
  apiKey: Schema.optional(Text),
  /** `${NAME}`: the environment variable that holds an OAuth token, for users who have no key yet. */
  oauthToken: Schema.optional(Text)
})

/** `chatlint.yaml`. Flags beat the environment, and the environment beats this file. */
export const ConfigFile = Schema.Struct({
  businesses: Schema.optional(Schema.Array(ConfiguredBusiness)),
  baseUrl: Schema.optional(Text),
  db: Schema.optional(Text),
  concurrency: Schema.optional(Schema.Int),
  /** The country of the shops: ISO 3166-1 alpha-2. */
  region: Schema.optional(Text),
  rules: Schema.optional(Schema.Array(Text)),
  failOn: Schema.optional(Text),
  locale: Schema.optional(Text),
  timeZone: Schema.optional(Text)
})
export type ConfigFile = typeof ConfigFile.Type
