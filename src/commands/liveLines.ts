import { Duration, Effect, Fiber, Schedule, type Scope } from "effect"
import { logUpdateStderr } from "log-update"

const refresh = Duration.millis(200)

/** Shows lines on standard error until the scope closes, redrawn five times a second, and then clears them. */
export const liveLines = (lines: Effect.Effect<ReadonlyArray<string>>): Effect.Effect<void, never, Scope.Scope> =>
  Effect.gen(function* () {
    const draw = Effect.map(lines, (current) => logUpdateStderr(current.join("\n")))
    const drawing = yield* Effect.fork(Effect.repeat(draw, Schedule.spaced(refresh)))
    yield* Effect.addFinalizer(() =>
      Effect.zipRight(
        Fiber.interrupt(drawing),
        Effect.sync(() => {
          logUpdateStderr.clear()
          logUpdateStderr.done()
        })
      )
    )
  })
