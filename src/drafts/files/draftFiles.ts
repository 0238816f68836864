import { resolve } from "node:path"
import type { FileSystem } from "@effect/platform"
import { Effect, Either, Option, Stream } from "effect"
import type { DraftError } from "../DraftError.ts"
import { type FoundFile, findDraftFiles, inOrder } from "./findDraftFiles.ts"
import { Git } from "./Git.ts"
import type { GitError } from "./GitError.ts"
import { pathFrom } from "./pathFrom.ts"
import { largestFile, readDraftFile, tooLarge } from "./readDraftFile.ts"

/** Where drafts come from: paths, the next commit of the repository, or what changed since a revision. */
export type DraftOrigin =
  | { readonly kind: "paths" }
  | { readonly kind: "staged" }
  | { readonly kind: "since"; readonly revision: string }

/** A file and its bytes, or why they could not be had. */
export interface ReadFile {
  readonly file: FoundFile
  readonly bytes: Either.Either<Uint8Array, DraftError>
}

/** The files to check, ordered by path, and what was named but is not there. */
export interface DraftFiles<E, R> {
  readonly files: Stream.Stream<ReadFile, E, R>
  readonly errors: ReadonlyArray<DraftError>
}

/** So many files are read while others are judged. */
const readAhead = 8

/**
 * Finds and reads the files to check. Files of the index are read as they are there, all others as they are in the working tree.
 *
 * @param paths files, folders and patterns; with Git's files they narrow these down.
 * @param isWanted whether a file that was found is to be read.
 * @param folder the working directory.
 */
export const draftFiles = (
  origin: DraftOrigin,
  paths: ReadonlyArray<string>,
  isWanted: (file: FoundFile) => boolean,
  folder: string
): Effect.Effect<DraftFiles<GitError, FileSystem.FileSystem>, GitError, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    const git = yield* Git
    if (origin.kind === "paths") {
      const found = yield* findDraftFiles(paths, folder)
      return { files: readAll(found.files.filter(isWanted)), errors: found.errors }
    }
    const root = yield* git.root(folder)
    const named = new Set(paths.map((path) => resolve(folder, path)))
    const fileAt = (path: string): FoundFile => {
      const location = resolve(root, path)
      return { location, path: pathFrom(folder, location), isNamed: named.has(location) }
    }
    if (origin.kind === "since") {
      const changed = yield* git.changedSince(folder, origin.revision, paths)
      return { files: readAll(inOrder(changed.map(fileAt)).filter(isWanted)), errors: [] }
    }
    const staged = new Map((yield* git.staged(folder, paths)).map((one) => [resolve(root, one.path), one]))
    const wanted = inOrder([...staged.values()].map(({ path }) => fileAt(path))).filter(isWanted)
    const blobs = wanted.flatMap((file) => Option.toArray(Option.fromNullable(staged.get(file.location))))
    const contents = git.contents(folder, blobs).pipe(
      Stream.map(([{ path }, bytes]): ReadFile => {
        const file = fileAt(path)
        return { file, bytes: bytes.length > largestFile ? Either.left(tooLarge(file.path)) : Either.right(bytes) }
      })
    )
    return { files: contents, errors: [] }
  })

const readAll = (files: ReadonlyArray<FoundFile>): Stream.Stream<ReadFile, never, FileSystem.FileSystem> =>
  Stream.fromIterable(files).pipe(
    Stream.mapEffect((file) => Effect.map(Effect.either(readDraftFile(file)), (read) => ({ file, read })), {
      concurrency: readAhead
    }),
    Stream.filterMap(({ file, read }) =>
      Either.match(read, {
        onLeft: (error) => Option.some<ReadFile>({ file, bytes: Either.left(error) }),
        onRight: Option.map((bytes): ReadFile => ({ file, bytes: Either.right(bytes) }))
      })
    )
  )
