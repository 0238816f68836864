import { type Effect, Option } from "effect"
import { retryEachError } from "../retry/retryEachError.ts"
import type { MarketError } from "./MarketError.ts"
import { retrySchedules } from "./retrySchedules.ts"

/**
 * Retries `attempt` by the schedule that the table has for each error, and fails with the error when its schedule ends.
 *
 * @param onRepeat runs before each retry.
 */
export const retryByTable = <A, E extends MarketError, R>(
  attempt: Effect.Effect<A, E, R>,
  onRepeat: Effect.Effect<void>
): Effect.Effect<A, E, R> =>
  retryEachError(
    attempt,
    (error) => {
      const { repeats, schedule } = retrySchedules[error._tag]
      return repeats === "request" ? Option.some(schedule) : Option.none()
    },
    onRepeat
  )
