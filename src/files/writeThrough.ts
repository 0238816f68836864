import { dirname, resolve } from "node:path"
import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option, type Stream } from "effect"
import { type Replacing, replaceFile } from "./replaceFile.ts"
import { writePieces } from "./writePieces.ts"

/** What the system keeps under these names stands for something else, even where it calls it a file. */
const isSystemPath = (path: string): boolean => /^\/(proc\/|dev\/(fd\/|stdout$|stderr$))/.test(path)

/** The file that a path leads to: through symbolic links, also through one to a file that is not there yet. */
const withoutLinks = (path: string): Effect.Effect<string, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const linked = Effect.map(files.readLink(path), (link) => resolve(dirname(path), link))
    return yield* files.realPath(path).pipe(
      Effect.orElse(() => linked),
      Effect.orElseSucceed(() => path)
    )
  })

/** Writes piece by piece into something that stays what it is. */
const writeInto = <E, F>(
  path: string,
  pieces: Stream.Stream<string | Uint8Array, E>,
  refused: (error: PlatformError) => F
): Effect.Effect<void, E | F, FileSystem.FileSystem> =>
  Effect.scoped(
    Effect.gen(function* () {
      const files = yield* FileSystem.FileSystem
      // To append is to write without a position, which pipes and terminals do not have.
      const file = yield* Effect.mapError(files.open(path, { flag: "a" }), refused)
      yield* writePieces(file, pieces, refused)
    })
  )

/**
 * Writes to a path as its user means it: a file is replaced once it is whole, the one behind a symbolic link in place of the
 * link; a device or a pipe is written into.
 */
export const writeThrough = <E, F>(
  path: string,
  pieces: Stream.Stream<string | Uint8Array, E>,
  replacing: Replacing<F>
): Effect.Effect<void, E | F, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const there = yield* Effect.option(files.stat(path))
    const isFile = Option.match(there, { onNone: () => true, onSome: ({ type }) => type === "File" })
    const isReplaced = (isFile && !isSystemPath(path)) || Option.exists(there, ({ type }) => type === "Directory")
    yield* isReplaced
      ? replaceFile(yield* withoutLinks(path), pieces, replacing)
      : writeInto(path, pieces, replacing.refused)
  })
