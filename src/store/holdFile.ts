import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, type Scope } from "effect"
import { openSqlite } from "./SqliteDriver.ts"
import { makePrivateFile, storeErrorOf } from "./SqliteStore.ts"
import { StoreError } from "./StoreError.ts"

/**
 * Holds a lock until the scope closes: an exclusive SQLite transaction on a companion file of the database. The
 * operating system releases it when the process ends for any reason, so a killed process never blocks the next one, as
 * a file with a process id would. Fails with StoreError "locked" at once if another process holds it.
 *
 * The companion is next to the file that a symbolic link resolves to, so that a database has one lock under all names.
 *
 * @param path of the database, which errors name.
 * @param suffix of the companion's name.
 */
export const holdFile = (
  path: string,
  suffix: string
): Effect.Effect<void, StoreError, FileSystem.FileSystem | Scope.Scope> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const file = `${yield* Effect.orElseSucceed(files.realPath(path), () => path)}${suffix}`
    yield* takeFile(file).pipe(
      Effect.mapError((error) => (error instanceof StoreError ? error : storeErrorOf(file, error))),
      // The lock is on the database, but other faults may concern only the companion file.
      Effect.mapError(
        ({ reason, detail, path: named }) =>
          new StoreError({ path: reason === "locked" ? path : named, reason, detail })
      )
    )
  })

const takeFile = (file: string) =>
  Effect.gen(function* () {
    yield* makePrivateFile(file)
    const driver = yield* Effect.acquireRelease(
      Effect.tryPromise(() => openSqlite(file)),
      (opened) => Effect.sync(opened.close)
    )
    yield* Effect.try(() => driver.exec("PRAGMA busy_timeout = 0"))
    yield* Effect.try(() => driver.exec("BEGIN EXCLUSIVE"))
  })
