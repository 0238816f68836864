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

/** What can be asked of a database in which runs were kept. */
export type StoreServices = Acknowledgements | RunChanges | RunHistory | RunRecords | Database

/**
 * Gives an effect the store in that file. Fails with RunMissing where there is none: a database that was mistyped is not
 * to be made by asking for it.
 */
export const withStore = <A, E, R>(
  path: string,
  effect: Effect.Effect<A, E, R>
): Effect.Effect<A, E | StoreError | RunMissing, Exclude<R, StoreServices> | FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    // A file that cannot even be looked for is told about by the store, with the reason.
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
