import * as Command from "@effect/platform/Command"
import type * as CommandExecutor from "@effect/platform/CommandExecutor"
import { Chunk, Effect, Stream } from "effect"
import { GitError } from "./GitError.ts"

/** What Git is asked, and where. */
export interface GitQuestion {
  readonly folder: string
  readonly parameters: ReadonlyArray<string>
  /** What it reads on standard input. */
  readonly input?: string
  /** Whether the repository is that of the folder, whatever a hook's surroundings say. */
  readonly isOfFolder?: boolean
  /** Whether the exit code 1 means "none" and no failure. */
  readonly mayBeNone?: boolean
}

/** What Git answered. */
export interface GitAnswer {
  readonly output: Uint8Array
  /** What it said on standard error, in English. */
  readonly complaint: string
}

/** A hook's surroundings speak by these of the repository that it was started for. */
const ofHook = new Set(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"])

const joined = (chunks: Chunk.Chunk<Uint8Array>): Uint8Array => Buffer.concat(Chunk.toReadonlyArray(chunks))

/** Asks Git, once. */
export const runGit = (
  executor: CommandExecutor.CommandExecutor,
  { folder, parameters, input = "", isOfFolder = false, mayBeNone = false }: GitQuestion
): Effect.Effect<GitAnswer, GitError> =>
  Effect.scoped(
    Effect.gen(function* () {
      const known = Object.entries(process.env).filter(([name]) => !(isOfFolder && ofHook.has(name)))
      const command = Command.make("git", ...parameters).pipe(
        Command.workingDirectory(folder),
        // What it complains of is told by its English words.
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
      // Warnings may stand before the reason.
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
