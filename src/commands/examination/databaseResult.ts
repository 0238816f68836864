import { dirname } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Layer, Option } from "effect"
import { layerSqlite } from "../../store/SqliteStore.ts"
import type { CommandFailure } from "../CommandFailure.ts"
import { doctorTexts } from "../doctorTexts.ts"
import type { Installation } from "./Installation.ts"
import { nothing, problem, type Result, well } from "./Result.ts"

/** Checks the database, or the folder in which the first scan would create it. */
export const databaseResult = ({
  storeSettings,
  locale
}: Installation): Effect.Effect<Result, CommandFailure, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const settings = yield* storeSettings
    if (Option.isNone(settings)) return nothing
    const { db } = settings.value
    if (yield* Effect.orElseSucceed(files.exists(db), () => true)) {
      yield* Effect.scoped(Layer.build(layerSqlite(db)))
      return well(doctorTexts(locale, "database", { path: db }))
    }
    // Only a scan creates the database; `doctor` leaves nothing behind.
    const isWritable = yield* Effect.isSuccess(files.access(dirname(db), { writable: true }))
    return isWritable
      ? well(doctorTexts(locale, "databaseNew", { path: db }))
      : problem(doctorTexts(locale, "folderUnwritable", { path: db }))
  })
