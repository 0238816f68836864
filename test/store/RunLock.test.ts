import { existsSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { identityKey } from "../../src/store/identityKey.ts"
import { RunLock } from "../../src/store/RunLock.ts"
import { startChild } from "./startChild.ts"
import { openOnce, storeAt, temporaryFolder } from "./temporaryStore.ts"

/** In milliseconds: processes start slowly on a busy machine. */
const slowMachine = 60_000

/** Takes the lock and releases it. */
const takeOnce = (path: string) =>
  Effect.scoped(
    Effect.provide(
      Effect.flatMap(RunLock, ({ hold }) => hold),
      storeAt(path)
    )
  )

describe("the lock of a database", () => {
  it.scopedLive(
    "is refused at once while another process holds it, and free once that one was killed",
    () =>
      Effect.gen(function* () {
        const path = join(yield* temporaryFolder, "chatlint.db")
        const child = yield* startChild("holdLock", path)
        yield* child.printed("held")
        const started = performance.now()
        // Reading needs no lock: a report can be made during a run.
        yield* Effect.provide(identityKey, storeAt(path))
        const error = yield* Effect.flip(takeOnce(path))
        assert.deepStrictEqual([error.reason, error.path], ["locked", path])
        assert.isTrue(performance.now() - started < 2000)
        yield* child.kill("SIGKILL")
        assert.strictEqual(yield* child.ended, null)
        yield* takeOnce(path)
      }),
    slowMachine
  )

  it.scopedLive("is refused to a second run of the same process, and free after the first one", () =>
    Effect.gen(function* () {
      const path = join(yield* temporaryFolder, "chatlint.db")
      yield* Effect.gen(function* () {
        const lock = yield* RunLock
        yield* Effect.scoped(
          Effect.gen(function* () {
            yield* lock.hold
            assert.strictEqual((yield* Effect.flip(Effect.scoped(lock.hold))).reason, "locked")
          })
        )
        yield* Effect.scoped(lock.hold)
      }).pipe(Effect.provide(storeAt(path)))
    })
  )

  it.scopedLive("is the same under all names of the database, and the error names the one given", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      const path = join(folder, "chatlint.db")
      const names = [join(folder, "link.db"), join(folder, "elsewhere", "chatlint.db")]
      symlinkSync(path, join(folder, "link.db"))
      symlinkSync(folder, join(folder, "elsewhere"))
      yield* openOnce(path)
      yield* Effect.gen(function* () {
        yield* (yield* RunLock).hold
        for (const name of names) {
          const error = yield* Effect.flip(takeOnce(name))
          assert.deepStrictEqual([error.reason, error.path], ["locked", name])
        }
      }).pipe(Effect.scoped, Effect.provide(storeAt(path)))
      for (const name of names) yield* takeOnce(name)
      assert.isFalse(existsSync(join(folder, "link.db.lock")))
    })
  )

  it.scopedLive("names its own file when only that is at fault", () =>
    Effect.gen(function* () {
      const folder = yield* temporaryFolder
      mkdirSync(join(folder, "a.db.lock"))
      writeFileSync(join(folder, "b.db.lock"), "not a lock\n".repeat(100))
      const reasons = yield* Effect.forEach(["a.db", "b.db"], (name) =>
        Effect.map(Effect.flip(takeOnce(join(folder, name))), ({ reason, path }) => [reason, path])
      )
      assert.deepStrictEqual(reasons, [
        ["unwritable", join(folder, "a.db.lock")],
        ["broken", join(folder, "b.db.lock")]
      ])
    })
  )
})
