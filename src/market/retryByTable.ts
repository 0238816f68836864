import { type Effect, Option } from "effect"
import { retryEachError } from "../retry/retryEachError.ts"
import type { MarketError } from "./MarketError.ts"
import { retrySchedules } from "./retrySchedules.ts"

/**
 * Repeats `attempt` as the table says for the error at hand, and fails with that error once its schedule has ended.
 *
 * @param onRepeat runs before each repetition.
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
