import { resolve } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import type { BaselineEntry } from "./BaselineFile.ts"

/**
 * The files of a baseline that still exist. One that cannot be accessed counts as existing, so that nothing in it
 * counts as fixed.
 *
 * @param folder of the baseline.
 */
export const existingFiles = (
  entries: ReadonlyArray<BaselineEntry>,
  folder: string
): Effect.Effect<ReadonlySet<string>, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const paths = new Set(entries.map(({ path }) => path))
    const existing = yield* Effect.filter(paths, (path) =>
      Effect.orElseSucceed(files.exists(resolve(folder, path)), () => true)
    )
    return new Set(existing)
  })
