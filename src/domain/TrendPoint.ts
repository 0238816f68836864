import { Schema } from "effect"

/** How many findings one run reported, as they were counted when it ended. */
export const TrendPoint = Schema.Struct({
  runId: Schema.String,
  /** ISO 8601 in UTC. */
  finishedAt: Schema.String,
  /** Whether the run saw everything: a low count of one that did not says little. */
  complete: Schema.Boolean,
  byStatus: Schema.Struct({ new: Schema.Int, repeated: Schema.Int, acknowledged: Schema.Int }),
  /** Of the new and the repeated ones. */
  openBySeverity: Schema.Struct({ info: Schema.Int, warning: Schema.Int, error: Schema.Int })
})
export type TrendPoint = typeof TrendPoint.Type
