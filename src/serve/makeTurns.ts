import { Effect } from "effect"

/** How long a request may use the processor before others get their turn, in milliseconds. */
const turn = 5

/** Lets other requests that have arrived be answered. */
const pause = Effect.async<void>((resume) => {
  const immediate = setImmediate(() => resume(Effect.void))
  return Effect.sync(() => clearImmediate(immediate))
})

/**
 * Processes the items of large requests in turns: one of these requests at a time is worked on for a few milliseconds,
 * then other requests that have arrived are answered before the next one continues. So a request with one row waits for
 * at most one turn, however many rows others send.
 */
export const makeTurns = Effect.map(
  Effect.makeSemaphore(1),
  (working) =>
    <A, B>(items: Iterable<A>, work: (item: A) => B): Effect.Effect<Array<B>> =>
      Effect.suspend(() => {
        const iterator = items[Symbol.iterator]()
        const done: Array<B> = []
        /** Returns whether items are left. */
        const workOneTurn = (): boolean => {
          const until = performance.now() + turn
          for (;;) {
            const next = iterator.next()
            if (next.done === true) return false
            done.push(work(next.value))
            if (performance.now() >= until) return true
          }
        }
        const workAll: Effect.Effect<Array<B>> = Effect.flatMap(
          working.withPermits(1)(Effect.zipLeft(Effect.sync(workOneTurn), pause)),
          (isMore) => (isMore ? workAll : Effect.succeed(done))
        )
        return workAll
      })
)
