import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, type Stream } from "effect"
import { partialPath } from "./partialPath.ts"
import { writePieces } from "./writePieces.ts"

/** Options for replacing a file. */
export interface Replacing<F> {
  /** The file's permissions, reduced by the process's umask; those of any new file if absent. */
  readonly mode?: number
  /** Whether the umask is ignored. */
  readonly despiteMask?: boolean
  /** Makes the error for a file that cannot be written. */
  readonly refused: (error: PlatformError) => F
}

/**
 * Writes a file atomically: it appears under its name only when complete. On failure or interruption the previous file
 * is unchanged, and the partial file is removed.
 */
export const replaceFile = <E, F>(
  path: string,
  pieces: Stream.Stream<string | Uint8Array, E>,
  { mode, despiteMask = false, refused }: Replacing<F>
): Effect.Effect<void, E | F, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const partial = partialPath(path)
    const flags = { flag: "wx", ...(mode === undefined ? {} : { mode }) } as const
    const write = Effect.scoped(
      Effect.flatMap(Effect.mapError(files.open(partial, flags), refused), (file) => writePieces(file, pieces, refused))
    )
    const setMode = mode !== undefined && despiteMask ? files.chmod(partial, mode) : Effect.void
    const moveIntoPlace = Effect.mapError(Effect.zipRight(setMode, files.rename(partial, path)), refused)
    yield* Effect.onError(Effect.zipRight(write, moveIntoPlace), () =>
      Effect.ignore(files.remove(partial, { force: true }))
    )
  })
