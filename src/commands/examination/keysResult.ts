import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import type { CommandFailure } from "../CommandFailure.ts"
import { doctorTexts } from "../doctorTexts.ts"
import { accessesOf } from "./accessesOf.ts"
import type { Installation } from "./Installation.ts"
import { known, type Result, well } from "./Result.ts"

const hasNoKey = (failure: CommandFailure): boolean => failure._tag === "SettingError" && failure.problem === "noKey"

/** Checks the marketplace keys. Without any, drafts can still be checked. */
export const keysResult = ({
  settings,
  locale
}: Installation): Effect.Effect<Result, CommandFailure, FileSystem.FileSystem> =>
  settings.pipe(
    Effect.map((read) => well(doctorTexts(locale, "keys", { keys: accessesOf(read).length }))),
    Effect.catchIf(hasNoKey, () => Effect.succeed(known(doctorTexts(locale, "noKey"))))
  )
