import { Schema } from "effect"

/** One nightly pass over the businesses. */
export const Run = Schema.Struct({
  id: Schema.String,
  /** ISO 8601 in UTC. */
  startedAt: Schema.String,
  finishedAt: Schema.String,
  /** `sha256:` followed by the digest of the rules in use. */
  ruleSet: Schema.String
})
export type Run = typeof Run.Type
