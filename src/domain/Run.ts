import { Schema } from "effect"

/** One nightly pass over the businesses. */
export const Run = Schema.Struct({
  id: Schema.String,
  /** ISO 8601 in UTC. */
  startedAt: Schema.String,
  finishedAt: Schema.String,
  /** `sha256:` and the digest of the rules that judged. */
  ruleSet: Schema.String
})
export type Run = typeof Run.Type
