import { Effect, Schedule } from "effect"
import type { MarketError } from "./MarketError.ts"
import { retrySchedules } from "./retrySchedules.ts"

/**
 * Repeats `attempt` as the table says for the error at hand, and fails with that error once its schedule has ended.
 * Every error has a count of its own, and the counts are not multiplied with one another.
 *
 * @param onRepeat runs before each repetition.
 */
export const retryByTable = <A, E extends MarketError, R>(
  attempt: Effect.Effect<A, E, R>,
  onRepeat: Effect.Effect<void>
): Effect.Effect<A, E, R> =>
  Effect.suspend(() => {
    const drivers = new Map<MarketError["_tag"], Schedule.ScheduleDriver<unknown, MarketError>>()
    const driverOf = (tag: MarketError["_tag"]) =>
      Effect.suspend(() => {
        const running = drivers.get(tag)
        return running === undefined
          ? Effect.tap(Schedule.driver(retrySchedules[tag].schedule), (driver) => drivers.set(tag, driver))
          : Effect.succeed(running)
      })
    const again: Effect.Effect<A, E, R> = Effect.catchAll(attempt, (error) =>
      retrySchedules[error._tag].repeats !== "request"
        ? Effect.fail(error)
        : Effect.flatMap(driverOf(error._tag), (driver) =>
            Effect.matchEffect(driver.next(error), {
              onFailure: () => Effect.fail(error),
              onSuccess: () => Effect.zipRight(onRepeat, again)
            })
          )
    )
    return again
  })
