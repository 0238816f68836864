import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import { partialPath } from "../domain/partialPath.ts"
import { BaselineError } from "./BaselineError.ts"
import { type BaselineFile, baselineText } from "./BaselineFile.ts"

/** Writes a baseline; it appears under its name only when it is whole. It is there to be committed, so others may read it. */
export const writeBaseline = (
  path: string,
  baseline: BaselineFile
): Effect.Effect<void, BaselineError, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const partial = partialPath(path)
    yield* files.writeFileString(partial, baselineText(baseline), { flag: "wx" })
    yield* files.rename(partial, path).pipe(Effect.onError(() => Effect.ignore(files.remove(partial))))
  }).pipe(Effect.mapError(() => new BaselineError({ path, reason: "unwritable" })))
