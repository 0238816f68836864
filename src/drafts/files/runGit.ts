import * as Command from "@effect/platform/Command"
import type * as CommandExecutor from "@effect/platform/CommandExecutor"
import { Chunk, Effect, Stream } from "effect"
import { GitError } from "./GitError.ts"

/** A Git command. */
export interface GitQuestion {
  readonly folder: string
  readonly parameters: ReadonlyArray<string>
  /** The standard input. */
  readonly input?: string
  /** Whether to use the folder's own repository, even if the environment of a hook names another one. */
  readonly isOfFolder?: boolean
  /** Whether exit code 1 means an empty result instead of a failure. */
  readonly mayBeNone?: boolean
}

/** The result of a Git command. */
export interface GitAnswer {
  readonly output: Uint8Array
  /** The standard error, in English. */
  readonly complaint: string
}

/** Environment variables that name the repository of a hook. */
const ofHook = new Set(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"])

const joined = (chunks: Chunk.Chunk<Uint8Array>): Uint8Array => Buffer.concat(Chunk.toReadonlyArray(chunks))

/** Runs a Git command. */
export const runGit = (
  executor: CommandExecutor.CommandExecutor,
  { folder, parameters, input = "", isOfFolder = false, mayBeNone = false }: GitQuestion
): Effect.Effect<GitAnswer, GitError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const known = Object.entries(process.env).filter(([name]) => !(isOfFolder && ofHook.has(name)))
      const command = Command.make("git", ...parameters).pipe(
        Command.workingDirectory(folder),
        // Errors are recognized by their English text.
        Command.env({ ...Object.fromEntries(known), LC_ALL: "C" }, { extendEnv: false }),
        Command.feed(input)
      )
      const running = yield* executor.start(command)
      const [output, said, code] = yield* Effect.all(
        [Stream.runCollect(running.stdout), Stream.runCollect(running.stderr), running.exitCode],
        { concurrency: 3 }
      )
      const complaint = new TextDecoder().decode(joined(said))
      if (code === 0 || (code === 1 && mayBeNone)) return { output: joined(output), complaint }
      // Warnings may precede the error.
      const detail = (/^(?:fatal|error): .*/m.exec(complaint)?.[0] ?? complaint).trim().split("\n")[0] ?? ""
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
