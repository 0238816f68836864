import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Layer } from "effect"
import { Acknowledgements } from "../store/Acknowledgements.ts"
import { Database } from "../store/Database.ts"
import { RunChanges } from "../store/RunChanges.ts"
import { RunHistory } from "../store/RunHistory.ts"
import { RunRecords } from "../store/RunRecords.ts"
import { layerSqlite } from "../store/SqliteStore.ts"
import type { StoreError } from "../store/StoreError.ts"
import { RunMissing } from "./RunMissing.ts"

/** The services for querying stored runs. */
export type StoreServices = Acknowledgements | RunChanges | RunHistory | RunRecords | Database

/**
 * Provides the store of a database file. Fails with RunMissing if there is no file, so that a mistyped path does not
 * create a database.
 */
export const withStore = <A, E, R>(
  path: string,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E | StoreError | RunMissing, Exclude<R, StoreServices> | FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    // If the file's existence cannot be checked, opening the store reports the reason.
    const isThere = yield* Effect.orElseSucceed(files.exists(path), () => true)
    if (!isThere) return yield* new RunMissing({ path })
    const database = Database.Default(path).pipe(Layer.provide(layerSqlite(path)))
    const services = Layer.mergeAll(
      Acknowledgements.Default,
      RunChanges.Default,
      RunHistory.Default,
      RunRecords.Default
    ).pipe(Layer.provideMerge(database))
    return yield* Effect.provide(effect, services)
  }).pipe(Effect.withTracerEnabled(false))
