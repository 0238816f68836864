import { Schema } from "effect"

/** A person's decision that a finding needs no action until a date. It does not delete the finding. */
export const Acknowledgement = Schema.Struct({
  findingId: Schema.String,
  reason: Schema.String,
  /** Who decided: an account name, or the name given instead. */
  by: Schema.String,
  /** ISO 8601 in UTC. */
  at: Schema.String,
  /** When it ends and the finding counts as repeated again: ISO 8601 in UTC. */
  until: Schema.String
})
export type Acknowledgement = typeof Acknowledgement.Type
