import * as Command from "@effect/platform/Command"
import * as CommandExecutor from "@effect/platform/CommandExecutor"
import * as NodeCommandExecutor from "@effect/platform-node/NodeCommandExecutor"
import { Array as Arrays, Chunk, Effect, Stream } from "effect"
import { GitError } from "./GitError.ts"

/** A file of the index: its path from the root of the repository, and the name of its content. */
export interface StagedFile {
  readonly path: string
  readonly blob: string
}

/** So many files' contents are asked for at once, so that only so many are held. */
const batch = 200

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const joined = (chunks: Chunk.Chunk<Uint8Array>): Uint8Array => Buffer.concat(Chunk.toReadonlyArray(chunks))

/** Names that end with a NUL each, as `-z` makes Git write them. */
const names = (bytes: Uint8Array): ReadonlyArray<string> =>
  text(bytes)
    .split("\0")
    .filter((name) => name !== "")

/** However the user has set up Git: paths from the root, every file for itself, and no program of theirs in between. */
const plainDiff = ["diff", "-z", "--no-relative", "--no-renames", "--no-ext-diff", "--no-color"]

/** Regular files, also executable ones; links and submodules have other modes. */
const regular = /^:\d+ 100\d\d\d [0-9a-f]+ ([0-9a-f]+) /

/** Asks the repository that a folder lies in. */
export class Git extends Effect.Service<Git>()("chatlint/Git", {
  effect: Effect.gen(function* () {
    const executor = yield* CommandExecutor.CommandExecutor

    const run = (folder: string, parameters: ReadonlyArray<string>, input = ""): Effect.Effect<Uint8Array, GitError> =>
      Effect.scoped(
        Effect.gen(function* () {
          const command = Command.make("git", ...parameters).pipe(
            Command.workingDirectory(folder),
            // What it complains of is told by its English words.
            Command.env({ LC_ALL: "C" }),
            Command.feed(input)
          )
          const process = yield* executor.start(command)
          const [output, complaint, code] = yield* Effect.all(
            [Stream.runCollect(process.stdout), Stream.runCollect(process.stderr), process.exitCode],
            { concurrency: 3 }
          )
          if (code === 0) return joined(output)
          const detail = text(joined(complaint)).trim().split("\n")[0] ?? ""
          const problem = /not a git repository/i.test(detail) ? "noRepository" : "failed"
          return yield* new GitError({ problem, detail })
        })
      ).pipe(
        Effect.catchTags({
          BadArgument: ({ message }) => new GitError({ problem: "failed", detail: message }),
          SystemError: ({ reason, message }) =>
            new GitError({ problem: reason === "NotFound" ? "missing" : "failed", detail: message })
        })
      )

    /** The files of a folder that are tracked, or that are new and not ignored. Paths from the folder. */
    const list = (folder: string) =>
      Effect.map(run(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]), names)

    /** The root of the repository. */
    const root = (folder: string) =>
      Effect.map(run(folder, ["rev-parse", "--show-toplevel"]), (bytes) => text(bytes).replace(/\r?\n$/, ""))

    /** The files that the next commit adds or changes. */
    const staged = (folder: string, paths: ReadonlyArray<string>) =>
      Effect.map(
        run(folder, [...plainDiff, "--cached", "--raw", "--no-abbrev", "--diff-filter=AMT", "--", ...paths]),
        (bytes): ReadonlyArray<StagedFile> => {
          const fields = names(bytes)
          return fields.flatMap((field, index) => {
            const blob = regular.exec(field)?.[1]
            const path = fields[index + 1]
            return blob === undefined || path === undefined ? [] : [{ path, blob }]
          })
        }
      )

    /** The files that differ from where a revision and this one parted, and the new ones. Paths from the root. */
    const changedSince = (folder: string, revision: string, paths: ReadonlyArray<string>) =>
      Effect.gen(function* () {
        const unknown = new GitError({ problem: "badRevision", detail: revision })
        const isUnknown = ({ problem }: GitError) => problem === "failed"
        const verify = ["rev-parse", "--verify", "--quiet", "--end-of-options", `${revision}^{commit}`]
        const commit = yield* run(folder, verify).pipe(Effect.catchIf(isUnknown, () => unknown))
        // A history that was cut off may not reach back to where they parted.
        const start = yield* run(folder, ["merge-base", text(commit).trim(), "HEAD"]).pipe(
          Effect.catchIf(isUnknown, () => Effect.succeed(commit))
        )
        const parameters = ["--name-only", "--diff-filter=AMT", text(start).trim(), "--", ...paths]
        const changed = yield* run(folder, [...plainDiff, ...parameters])
        const untracked = ["ls-files", "-z", "--others", "--exclude-standard", "--full-name", "--", ...paths]
        return [...names(changed), ...names(yield* run(folder, untracked))]
      })

    /** The contents of files of the index, in their order, some at once. */
    const contents = (
      folder: string,
      files: ReadonlyArray<StagedFile>
    ): Stream.Stream<ReadonlyArray<readonly [StagedFile, Uint8Array]>, GitError> =>
      Stream.fromIterable(Arrays.chunksOf(files, batch)).pipe(
        Stream.mapEffect((some) =>
          Effect.map(run(folder, ["cat-file", "--batch"], some.map(({ blob }) => `${blob}\n`).join("")), (bytes) =>
            Arrays.zip(some, blobsIn(bytes))
          )
        )
      )

    return { list, root, staged, changedSince, contents }
  }),
  dependencies: [NodeCommandExecutor.layer]
}) {}

/** What `cat-file --batch` writes: a line with name, kind and length, the content, and a line end. */
const blobsIn = (bytes: Uint8Array): ReadonlyArray<Uint8Array> => {
  const blobs: Array<Uint8Array> = []
  let position = 0
  while (position < bytes.length) {
    const lineEnd = bytes.indexOf(0x0a, position)
    if (lineEnd < 0) break
    const length = Number(text(bytes.subarray(position, lineEnd)).split(" ")[2] ?? 0)
    blobs.push(bytes.subarray(lineEnd + 1, lineEnd + 1 + length))
    position = lineEnd + 1 + length + 1
  }
  return blobs
}
