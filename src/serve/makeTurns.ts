import { Effect } from "effect"

/** So long one request keeps the processor before the others have their turn, in milliseconds. */
const turn = 5

/** Lets what has arrived meanwhile be answered. */
const pause = Effect.async<void>((resume) => {
  const immediate = setImmediate(() => resume(Effect.void))
  return Effect.sync(() => clearImmediate(immediate))
})

/**
 * Works through the items of large requests in turns: one request at a time works, for a few milliseconds, and then
 * whatever else has arrived is answered before the next one goes on. So a request of one row waits for one turn at most,
 * however many rows others send.
 */
export const makeTurns = Effect.map(
  Effect.makeSemaphore(1),
  (working) =>
    <A, B>(items: Iterable<A>, work: (item: A) => B): Effect.Effect<Array<B>> =>
      Effect.suspend(() => {
        const iterator = items[Symbol.iterator]()
        const done: Array<B> = []
        /** Whether there is more to do. */
        const workOneTurn = (): boolean => {
          const until = performance.now() + turn
          for (;;) {
            const next = iterator.next()
            if (next.done === true) return false
            done.push(work(next.value))
            if (performance.now() >= until) return true
          }
        }
        const goOn: Effect.Effect<Array<B>> = Effect.flatMap(
          working.withPermits(1)(Effect.zipLeft(Effect.sync(workOneTurn), pause)),
          (isMore) => (isMore ? goOn : Effect.succeed(done))
        )
        return goOn
      })
)
