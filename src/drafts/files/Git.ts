import { posix } from "node:path"
import * as CommandExecutor from "@effect/platform/CommandExecutor"
import * as NodeCommandExecutor from "@effect/platform-node/NodeCommandExecutor"
import { Array as Arrays, Effect, Stream } from "effect"
import { GitError } from "./GitError.ts"
import { type ChangedFile, gitBlobs, gitChanges, gitLine, gitNames, unopenedFolders } from "./gitOutput.ts"
import { runGit } from "./runGit.ts"

/** The contents of a folder of a repository, as paths relative to the folder. */
export interface RepositoryListing {
  /** Files and links, tracked, or new and not ignored. A nested repository is one name, maybe with a final slash. */
  readonly names: ReadonlyArray<string>
  /** Folders that Git could not read; the folder itself is ".". */
  readonly unreadable: ReadonlyArray<string>
}

/** The number of files whose contents are requested, and held in memory, at once. */
const batch = 200

/** Independent of the user's Git configuration: paths from the root, no renames, no external programs. */
const plainDiff = [
  "diff",
  "--raw",
  "-z",
  "--no-abbrev",
  "--no-relative",
  "--no-renames",
  "--no-ext-diff",
  "--no-color",
  "--ignore-submodules=none"
]

/** An object name of content in the index. */
export interface Blob {
  readonly blob: string
}

/** The differences between the working tree and its merge base with a revision. */
export interface ChangesSince {
  readonly changed: ReadonlyArray<ChangedFile>
  /** New files that are neither tracked nor ignored, as paths from the root. */
  readonly untracked: RepositoryListing
}

/** Queries the repository that contains a folder. */
export class Git extends Effect.Service<Git>()("chatlint/Git", {
  effect: Effect.gen(function* () {
    const executor = yield* CommandExecutor.CommandExecutor

    const run = (folder: string, parameters: ReadonlyArray<string>, input = "") =>
      Effect.map(runGit(executor, { folder, parameters, input }), ({ output }) => output)

    /** Lists the contents of a folder and its subfolders. */
    const list = (folder: string): Effect.Effect<RepositoryListing, GitError> =>
      Effect.gen(function* () {
        const parameters = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        const { output, complaint } = yield* runGit(executor, { folder, parameters, isOfFolder: true })
        const unopened = unopenedFolders(complaint)
        const prefix = unopened.length === 0 ? "" : yield* prefixOf(folder)
        const names = gitNames(output)
        // Git lists only "./" for the folder of a submodule that is not checked out.
        if (names.includes("./")) return yield* new GitError({ problem: "noRepository", detail: "" })
        return {
          names,
          unreadable: unopened.map((path) => posix.relative(prefix, path) || ".")
        }
      })

    /** The path of a folder from the root of its repository. */
    const prefixOf = (folder: string) =>
      Effect.map(
        runGit(executor, { folder, parameters: ["rev-parse", "--show-prefix"], isOfFolder: true }),
        ({ output }) => gitLine(output)
      )

    /** Those of the names in a folder that are ignored; "." is the folder itself. */
    const ignored = (folder: string, names: ReadonlyArray<string>): Effect.Effect<ReadonlyArray<string>, GitError> =>
      Effect.map(
        runGit(executor, {
          folder,
          parameters: ["check-ignore", "-z", "--stdin", "--no-index"],
          input: names.map((name) => `${name}\0`).join(""),
          isOfFolder: true,
          mayBeNone: true
        }),
        ({ output }) => gitNames(output)
      )

    /** The root of the repository that contains the folder itself, even within a hook of another repository. */
    const ownRoot = (folder: string) =>
      Effect.map(
        runGit(executor, { folder, parameters: ["rev-parse", "--show-toplevel"], isOfFolder: true }),
        ({ output }) => gitLine(output)
      )

    /** The root of the repository. */
    const root = (folder: string) => Effect.map(run(folder, ["rev-parse", "--show-toplevel"]), gitLine)

    /** Whether the index contains this file, or files in this folder. */
    const tracks = (folder: string, path: string): Effect.Effect<boolean, GitError> =>
      Effect.map(run(folder, ["--literal-pathspecs", "ls-files", "-z", "--", path]), (output) => output.length > 0)

    /** The files that the next commit adds, changes or deletes. */
    const staged = (folder: string): Effect.Effect<ReadonlyArray<ChangedFile>, GitError> =>
      Effect.map(run(folder, [...plainDiff, "--cached"]), gitChanges)

    /** The differences between the working tree and the merge base of a revision and HEAD. */
    const changedSince = (folder: string, revision: string): Effect.Effect<ChangesSince, GitError> =>
      Effect.gen(function* () {
        const unknown = new GitError({ problem: "badRevision", detail: revision })
        const isUnknown = ({ problem }: GitError) => problem === "failed"
        const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]
        const commit = yield* run(folder, verify).pipe(Effect.catchIf(isUnknown, () => unknown))
        // A shallow clone may lack the merge base; then the revision itself is used.
        const start = yield* run(folder, ["merge-base", gitLine(commit), "HEAD"]).pipe(
          Effect.catchIf(isUnknown, () => Effect.succeed(commit))
        )
        const changed = gitChanges(yield* run(folder, [...plainDiff, gitLine(start), "--"]))
        const parameters = ["ls-files", "-z", "--others", "--exclude-standard"]
        const { output, complaint } = yield* runGit(executor, { folder: yield* root(folder), parameters })
        return { changed, untracked: { names: gitNames(output), unreadable: unopenedFolders(complaint) } }
      })

    /** The contents of files in the index, in order, in batches. */
    const contents = <File extends Blob>(
      folder: string,
      files: ReadonlyArray<File>
    ): Stream.Stream<ReadonlyArray<readonly [File, Uint8Array]>, GitError> =>
      Stream.fromIterable(Arrays.chunksOf(files, batch)).pipe(
        Stream.mapEffect((some) =>
          Effect.flatMap(
            run(folder, ["cat-file", "--batch"], some.map(({ blob }) => `${blob}\n`).join("")),
            (bytes) => {
              const blobs = gitBlobs(bytes)
              const lost = some[blobs.length]
              return lost === undefined
                ? Effect.succeed(Arrays.zip(some, blobs))
                : new GitError({ problem: "failed", detail: `${lost.blob} missing` })
            }
          )
        )
      )

    return { list, ignored, ownRoot, root, tracks, staged, changedSince, contents }
  }),
  dependencies: [NodeCommandExecutor.layer]
}) {}
