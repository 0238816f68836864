import { Effect } from "effect"
import { RunLock } from "../../../src/store/RunLock.ts"
import { storeAt } from "../temporaryStore.ts"

// Holds the lock of the database named on the command line until the process is killed.
const hold = Effect.gen(function* () {
  yield* (yield* RunLock).hold
  yield* Effect.sync(() => process.stdout.write("held\n"))
  return yield* Effect.never
})

// A timer keeps Node running.
setInterval(() => undefined, 60_000)
await Effect.runPromise(Effect.scoped(Effect.provide(hold, storeAt(process.argv[2] ?? ""))))
