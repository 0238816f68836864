import { Effect, Option, Schedule } from "effect"

/**
 * Repeats `attempt` by the schedule of the error at hand, and fails with that error once its schedule has ended or where
 * there is none. Every kind of error has a count of its own, and the counts are not multiplied with one another.
 *
 * @param scheduleOf the schedule for an error; asked once for each tag.
 * @param onRepeat runs before each repetition.
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
