import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, type Stream } from "effect"
import { partialPath } from "./partialPath.ts"
import { writePieces } from "./writePieces.ts"

/** How a file is replaced. */
export interface Replacing<F> {
  /** The rights of the file, from which the process' mask takes away what it forbids; those of any new file if it is absent. */
  readonly mode?: number
  /** Whether the file gets those rights whatever the mask forbids. */
  readonly despiteMask?: boolean
  /** What it fails with when the file cannot be written. */
  readonly refused: (error: PlatformError) => F
}

/**
 * Writes a file, which appears under its name only when it is whole. What goes wrong or stops it before that leaves the file that was there
 * as it is, and nothing beside it.
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
    const takePlace = Effect.mapError(Effect.zipRight(setMode, files.rename(partial, path)), refused)
    yield* Effect.onError(Effect.zipRight(write, takePlace), () =>
      Effect.ignore(files.remove(partial, { force: true }))
    )
  })
