import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, type Scope } from "effect"
import { openSqlite } from "./SqliteDriver.ts"
import { makePrivateFile, storeErrorOf } from "./SqliteStore.ts"
import { StoreError } from "./StoreError.ts"

/**
 * Holds a lock until the scope closes: an exclusive SQLite transaction on a companion file of the database. The operating
 * system lets go of it when the process ends, however it ends, so a killed process never blocks the next one; a file
 * with a process number in it would. Fails with StoreError "locked" at once when another process has it.
 *
 * The companion stands beside the file that a symbolic link leads to, so that a database has one lock under all its names.
 *
 * @param path of the database, which is what the error names.
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
      // What is locked is the database; what is broken or unwritable may be the companion alone.
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
