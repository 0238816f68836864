import { resolve } from "node:path"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect } from "effect"
import type { BaselineEntry } from "./BaselineFile.ts"

/**
 * Which of the files that a baseline speaks of are still there. One that may not be looked at counts as there: nothing of
 * it is known to be fixed.
 *
 * @param folder of the baseline.
 */
export const filesThere = (
  entries: ReadonlyArray<BaselineEntry>,
  folder: string
): Effect.Effect<ReadonlySet<string>, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const paths = new Set(entries.map(({ path }) => path))
    const there = yield* Effect.filter(paths, (path) =>
      Effect.orElseSucceed(files.exists(resolve(folder, path)), () => true)
    )
    return new Set(there)
  })
