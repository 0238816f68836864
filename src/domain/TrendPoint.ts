import { Schema } from "effect"

/** How many findings one run reported, counted when it ended. */
export const TrendPoint = Schema.Struct({
  runId: Schema.String,
  /** ISO 8601 in UTC. */
  finishedAt: Schema.String,
  /** Whether the run read everything; if not, its counts may be too low. */
  complete: Schema.Boolean,
  byStatus: Schema.Struct({ new: Schema.Int, repeated: Schema.Int, acknowledged: Schema.Int }),
  /** Counts of new and repeated findings together. */
  openBySeverity: Schema.Struct({ info: Schema.Int, warning: Schema.Int, error: Schema.Int })
})
export type TrendPoint = typeof TrendPoint.Type
