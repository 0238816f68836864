import type * as FileSystem from "@effect/platform/FileSystem"
import { Array as Arrays, Effect, Either, Option, Stream } from "effect"
import type { DraftError } from "../DraftError.ts"
import { changesSince, stagedChanges } from "./changesOf.ts"
import { chooseChanged } from "./chooseChanged.ts"
import { FileBytes, largestFile } from "./FileBytes.ts"
import type { FoundFile } from "./FoundFile.ts"
import { findDraftFiles, type WantedFiles } from "./findDraftFiles.ts"
import { Git } from "./Git.ts"
import type { GitError } from "./GitError.ts"
import { readDraftFile, tooLarge } from "./readDraftFile.ts"

/** Where drafts come from: paths, the next commit of the repository, or the changes since a revision. */
export type DraftOrigin =
  | { readonly kind: "paths" }
  | { readonly kind: "staged" }
  | { readonly kind: "since"; readonly revision: string }

/** A file, and a function that reads its bytes, or returns why it cannot; none for a file that was deleted. */
export interface DraftFile {
  readonly file: FoundFile
  readonly bytes: () => Option.Option<Either.Either<Uint8Array, DraftError>>
}

/** The files to check, ordered by path, in batches. */
export interface DraftFiles {
  readonly batches: Stream.Stream<ReadonlyArray<DraftFile>, GitError>
  /** Other files that were found but are not to be read. */
  readonly left: ReadonlyArray<FoundFile>
  /** Paths that name nothing, and folders that could not be read. */
  readonly errors: ReadonlyArray<DraftError>
}

/** After so many files the program can be interrupted. */
const batchLength = 64

const yieldToEvents = Effect.async<void>((resume) => {
  setImmediate(() => resume(Effect.void))
})

/**
 * Finds the files to check. Staged files are read from the index, all others from the working tree.
 *
 * @param wanted if the files come from Git, its paths narrow them down.
 */
export const draftFiles = (
  origin: DraftOrigin,
  wanted: WantedFiles
): Effect.Effect<DraftFiles, GitError, FileSystem.FileSystem | Git> =>
  Effect.gen(function* () {
    if (origin.kind === "paths") {
      const { files, left, errors } = yield* findDraftFiles(wanted)
      return { batches: yield* inBatches(files), left, errors }
    }
    const { folder } = wanted
    if (origin.kind === "since") {
      const { files, left, errors } = yield* chooseChanged(yield* changesSince(folder, origin.revision), wanted)
      return { batches: yield* inBatches(files), left, errors }
    }
    const git = yield* Git
    const staged = yield* stagedChanges(folder)
    const { files, left, errors } = yield* chooseChanged(staged, wanted)
    const blobs = files.map((file) => ({ file, blob: staged.files.get(file.location) ?? "" }))
    const batches = git.contents(folder, blobs).pipe(
      Stream.map((contents) =>
        contents.map(([{ file }, bytes]): DraftFile => {
          const given = bytes.length > largestFile ? Either.left(tooLarge(file.path)) : Either.right(bytes)
          return { file, bytes: () => Option.some(given) }
        })
      )
    )
    return { batches, left, errors }
  })

const inBatches = (files: ReadonlyArray<FoundFile>): Effect.Effect<DraftFiles["batches"]> =>
  Effect.map(FileBytes, (service) =>
    Stream.fromIterable(Arrays.chunksOf(files, batchLength)).pipe(
      Stream.map(Arrays.map((file): DraftFile => ({ file, bytes: () => readDraftFile(file, service) }))),
      Stream.tap(() => yieldToEvents)
    )
  )
