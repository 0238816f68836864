import { FileSystem } from "@effect/platform"
import { Context, Effect, Layer, type Scope } from "effect"
import { openSqlite } from "./SqliteDriver.ts"
import { makePrivateFile, storeErrorOf } from "./SqliteStore.ts"
import { StoreError } from "./StoreError.ts"

/** Lets one run at a time work on a database. */
export class RunLock extends Context.Tag("chatlint/RunLock")<
  RunLock,
  {
    /** Holds the lock until the scope closes. Fails with StoreError "locked" at once when another process has it. */
    readonly hold: Effect.Effect<void, StoreError, Scope.Scope>
  }
>() {
  /**
   * The lock of a database file: an exclusive SQLite transaction on a companion file, `<path>.lock`. The operating
   * system lets go of it when the process ends, however it ends, so a killed run never blocks the next one; a file
   * with a process number in it would.
   */
  static readonly layerFile = (path: string): Layer.Layer<RunLock, never, FileSystem.FileSystem> =>
    Layer.effect(
      RunLock,
      Effect.map(FileSystem.FileSystem, (files) => {
        const file = `${path}.lock`
        return {
          hold: Effect.gen(function* () {
            yield* makePrivateFile(file)
            const driver = yield* Effect.acquireRelease(
              Effect.tryPromise(() => openSqlite(file)),
              (opened) => Effect.sync(opened.close)
            )
            yield* Effect.try(() => driver.exec("PRAGMA busy_timeout = 0"))
            yield* Effect.try(() => driver.exec("BEGIN EXCLUSIVE"))
          }).pipe(
            Effect.provideService(FileSystem.FileSystem, files),
            Effect.mapError((error) => (error instanceof StoreError ? error : storeErrorOf(file, error))),
            // What is locked is the database; what is broken or unwritable may be the companion alone.
            Effect.mapError(
              ({ reason, detail, path: named }) =>
                new StoreError({ path: reason === "locked" ? path : named, reason, detail })
            )
          )
        }
      })
    )
}
