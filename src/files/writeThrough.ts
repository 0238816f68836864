import { dirname, resolve } from "node:path"
import type { PlatformError } from "@effect/platform/Error"
import * as FileSystem from "@effect/platform/FileSystem"
import { Effect, Option, type Stream } from "effect"
import { type Replacing, replaceFile } from "./replaceFile.ts"
import { writePieces } from "./writePieces.ts"

/** Whether the path stands for another file, such as an open descriptor, even if `stat` calls it a regular file. */
const isSystemPath = (path: string): boolean => /^\/(proc\/|dev\/(fd\/|stdout$|stderr$))/.test(path)

/** Resolves symbolic links in a path, including a link to a file that does not exist yet. */
const withoutLinks = (path: string): Effect.Effect<string, never, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const linked = Effect.map(files.readLink(path), (link) => resolve(dirname(path), link))
    return yield* files.realPath(path).pipe(
      Effect.orElse(() => linked),
      Effect.orElseSucceed(() => path)
    )
  })

/** Writes into an existing device or pipe without replacing it. */
const writeInto = <E, F>(
  path: string,
  pieces: Stream.Stream<string | Uint8Array, E>,
  refused: (error: PlatformError) => F
): Effect.Effect<void, E | F, FileSystem.FileSystem> =>
  Effect.scoped(
    Effect.gen(function* () {
      const files = yield* FileSystem.FileSystem
      // Appending writes without a position, which pipes and terminals do not support.
      const file = yield* Effect.mapError(files.open(path, { flag: "a" }), refused)
      yield* writePieces(file, pieces, refused)
    })
  )

/**
 * Writes to a path that a user named. A file is replaced atomically; for a symbolic link, its target is replaced and
 * not the link. A device or a pipe is written into.
 */
export const writeThrough = <E, F>(
  path: string,
  pieces: Stream.Stream<string | Uint8Array, E>,
  replacing: Replacing<F>
): Effect.Effect<void, E | F, FileSystem.FileSystem> =>
  Effect.gen(function* () {
    const files = yield* FileSystem.FileSystem
    const existing = yield* Effect.option(files.stat(path))
    const isFile = Option.match(existing, { onNone: () => true, onSome: ({ type }) => type === "File" })
    const isReplaced = (isFile && !isSystemPath(path)) || Option.exists(existing, ({ type }) => type === "Directory")
    yield* isReplaced
      ? replaceFile(yield* withoutLinks(path), pieces, replacing)
      : writeInto(path, pieces, replacing.refused)
  })
