import type * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option } from "effect"
import type { CommandFailure } from "../CommandFailure.ts"
import { doctorTexts } from "../doctorTexts.ts"
import type { Installation } from "./Installation.ts"
import { known, type Result, well } from "./Result.ts"

/** Checks the configuration, if there is one. */
export const configResult = ({
  config,
  locale
}: Installation): Effect.Effect<Result, CommandFailure, FileSystem.FileSystem> =>
  Effect.map(
    config,
    Option.match({
      onNone: () => known(doctorTexts(locale, "noConfig")),
      onSome: ({ path }) => well(doctorTexts(locale, "config", { path }))
    })
  )
