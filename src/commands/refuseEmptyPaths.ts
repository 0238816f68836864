import { Effect } from "effect"
import { SettingError } from "../config/SettingError.ts"

/** Fails where a path is empty, as an unset variable of a shell makes it: resolved, it would mean the whole working directory. */
export const refuseEmptyPaths = (paths: ReadonlyArray<string>): Effect.Effect<void, SettingError> =>
  paths.includes("")
    ? Effect.fail(new SettingError({ problem: "emptyPath", value: "", source: "", choices: [] }))
    : Effect.void
