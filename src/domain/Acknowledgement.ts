import { Schema } from "effect"

/** A person's word that a finding needs nothing done for now: why, and until when. It does not delete the finding. */
export const Acknowledgement = Schema.Struct({
  findingId: Schema.String,
  reason: Schema.String,
  /** Who said so: the name of an account, or what was given in its place. */
  by: Schema.String,
  /** ISO 8601 in UTC. */
  at: Schema.String,
  /** The instant from which the finding counts as repeated again: ISO 8601 in UTC. */
  until: Schema.String
})
export type Acknowledgement = typeof Acknowledgement.Type
