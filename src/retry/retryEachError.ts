import { Effect, Option, Schedule } from "effect"

/**
 * Retries `attempt` by the schedule of each error, and fails with the error when its schedule ends or it has none. Each
 * error tag counts its own retries, so the total is the sum of the schedules, not their product.
 *
 * @param scheduleOf returns the schedule of an error; the schedule returned first for a tag is kept.
 * @param onRepeat runs before each retry.
 */
export const retryEachError = <A, E extends { readonly _tag: string }, R>(
  attempt: Effect.Effect<A, E, R>,
  scheduleOf: (error: E) => Option.Option<Schedule.Schedule<unknown, E>>,
  onRepeat: Effect.Effect<void>
): Effect.Effect<A, E, R> =>
  Effect.suspend(() => {
    const drivers = new Map<string, Schedule.ScheduleDriver<unknown, E>>()
    const driverOf = (tag: string, schedule: Schedule.Schedule<unknown, E>) =>
      Effect.suspend(() => {
        const running = drivers.get(tag)
        return running === undefined
          ? Effect.tap(Schedule.driver(schedule), (driver) => drivers.set(tag, driver))
          : Effect.succeed(running)
      })
    const again: Effect.Effect<A, E, R> = Effect.catchAll(attempt, (error) =>
      Option.match(scheduleOf(error), {
        onNone: () => Effect.fail(error),
        onSome: (schedule) =>
          Effect.flatMap(driverOf(error._tag, schedule), (driver) =>
            Effect.matchEffect(driver.next(error), {
              onFailure: () => Effect.fail(error),
              onSuccess: () => Effect.zipRight(onRepeat, again)
            })
          )
      })
    )
    return again
  })
