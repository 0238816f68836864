import { Effect } from "effect"
import { SettingError } from "../config/SettingError.ts"

/** Fails if a path is empty, as an unset shell variable makes it: it would resolve to the whole working directory. */
export const refuseEmptyPaths = (paths: ReadonlyArray<string>): Effect.Effect<void, SettingError> =>
  paths.includes("")
    ? Effect.fail(new SettingError({ problem: "emptyPath", value: "", source: "", choices: [] }))
    : Effect.void
