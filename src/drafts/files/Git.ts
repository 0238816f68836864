import { posix } from "node:path"
import * as CommandExecutor from "@effect/platform/CommandExecutor"
import * as NodeCommandExecutor from "@effect/platform-node/NodeCommandExecutor"
import { Array as Arrays, Effect, Stream } from "effect"
import { GitError } from "./GitError.ts"
import { type ChangedFile, gitBlobs, gitChanges, gitLine, gitNames, unopenedFolders } from "./gitOutput.ts"
import { runGit } from "./runGit.ts"

/** What lies in a folder of a repository, as paths from the folder. */
export interface RepositoryListing {
  /** Files and links, tracked or new and not ignored. Another repository within this one is one name, with or without a slash behind. */
  readonly names: ReadonlyArray<string>
  /** Folders that Git could not look into; the folder itself is ".". */
  readonly unreadable: ReadonlyArray<string>
}

/** So many files' contents are asked for at once, so that only so many are held. */
const batch = 200

/** However the user has set up Git: paths from the root, every file for itself, and no program of theirs in between. */
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

/** Content of the index, by name. */
export interface Blob {
  readonly blob: string
}

/** What differs from where a revision and the working tree parted. */
export interface ChangesSince {
  readonly changed: ReadonlyArray<ChangedFile>
  /** What is new and neither tracked nor ignored. Paths from the root. */
  readonly untracked: RepositoryListing
}

/** Asks the repository that a folder lies in. */
export class Git extends Effect.Service<Git>()("chatlint/Git", {
  effect: Effect.gen(function* () {
    const executor = yield* CommandExecutor.CommandExecutor

    const run = (folder: string, parameters: ReadonlyArray<string>, input = "") =>
      Effect.map(runGit(executor, { folder, parameters, input }), ({ output }) => output)

    /** What lies in a folder and in those in it. */
    const list = (folder: string): Effect.Effect<RepositoryListing, GitError> =>
      Effect.gen(function* () {
        const parameters = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]
        const { output, complaint } = yield* runGit(executor, { folder, parameters, isOfFolder: true })
        const unopened = unopenedFolders(complaint)
        const prefix = unopened.length === 0 ? "" : yield* prefixOf(folder)
        const names = gitNames(output)
        // A folder that is kept for another repository, which is not there, is all that Git names.
        if (names.includes("./")) return yield* new GitError({ problem: "noRepository", detail: "" })
        return {
          names,
          unreadable: unopened.map((path) => posix.relative(prefix, path) || ".")
        }
      })

    /** Where a folder stands in its repository. */
    const prefixOf = (folder: string) =>
      Effect.map(
        runGit(executor, { folder, parameters: ["rev-parse", "--show-prefix"], isOfFolder: true }),
        ({ output }) => gitLine(output)
      )

    /** Those of the names in a folder that its repository is told to ignore; "." is the folder itself. */
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

    /** The root of the repository that a folder itself lies in, whatever a hook was started for. */
    const ownRoot = (folder: string) =>
      Effect.map(
        runGit(executor, { folder, parameters: ["rev-parse", "--show-toplevel"], isOfFolder: true }),
        ({ output }) => gitLine(output)
      )

    /** The root of the repository. */
    const root = (folder: string) => Effect.map(run(folder, ["rev-parse", "--show-toplevel"]), gitLine)

    /** Whether the index has this file, or files in this folder. */
    const tracks = (folder: string, path: string): Effect.Effect<boolean, GitError> =>
      Effect.map(run(folder, ["--literal-pathspecs", "ls-files", "-z", "--", path]), (output) => output.length > 0)

    /** What the next commit adds, changes or takes away. */
    const staged = (folder: string): Effect.Effect<ReadonlyArray<ChangedFile>, GitError> =>
      Effect.map(run(folder, [...plainDiff, "--cached"]), gitChanges)

    /** What of the working tree differs from where a revision and this one parted. */
    const changedSince = (folder: string, revision: string): Effect.Effect<ChangesSince, GitError> =>
      Effect.gen(function* () {
        const unknown = new GitError({ problem: "badRevision", detail: revision })
        const isUnknown = ({ problem }: GitError) => problem === "failed"
        const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]
        const commit = yield* run(folder, verify).pipe(Effect.catchIf(isUnknown, () => unknown))
        // A history that was cut off may not reach back to where they parted.
        const start = yield* run(folder, ["merge-base", gitLine(commit), "HEAD"]).pipe(
          Effect.catchIf(isUnknown, () => Effect.succeed(commit))
        )
        const changed = gitChanges(yield* run(folder, [...plainDiff, gitLine(start), "--"]))
        const parameters = ["ls-files", "-z", "--others", "--exclude-standard"]
        const { output, complaint } = yield* runGit(executor, { folder: yield* root(folder), parameters })
        return { changed, untracked: { names: gitNames(output), unreadable: unopenedFolders(complaint) } }
      })

    /** The contents of files of the index, in their order, some at once. */
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
