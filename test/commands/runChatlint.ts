import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Effect, type Scope } from "effect"

/** The command as users have it: the bundle that `npm test` builds first. */
const bundle = fileURLToPath(new URL("../../dist/main.js", import.meta.url))

/** The result of a finished process. */
export interface Finished {
  /** Null if a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A running process. */
export interface Running {
  readonly kill: (signal: "SIGKILL" | "SIGINT" | "SIGTERM") => Effect.Effect<void>
  readonly finished: Effect.Effect<Finished>
  /** Waits until standard error contains the text. */
  readonly hasSaid: (text: string) => Effect.Effect<void>
  /** Waits until standard output contains the text. */
  readonly hasWritten: (text: string) => Effect.Effect<void>
  /** The standard output so far. */
  readonly output: Effect.Effect<string>
  /** Writes to standard input, if it was left open. */
  readonly give: (text: string) => Effect.Effect<void>
  /** Closes standard input. */
  readonly giveNoMore: Effect.Effect<void>
  /** Closes standard output, as `| head` would. */
  readonly stopReading: Effect.Effect<void>
  /** Closes standard error. */
  readonly stopListening: Effect.Effect<void>
}

/** The surroundings of a command. */
export interface Surroundings {
  readonly folder: string
  /** Replaces the whole environment except PATH and HOME. */
  readonly environment?: Readonly<Record<string, string>>
  /** The standard input, empty by default; "open" leaves it open for writing. */
  readonly input?: Uint8Array | { readonly text: string } | "open"
}

/** Starts `chatlint` with these parameters; the scope's end kills it. */
export const startChatlint = (
  parameters: ReadonlyArray<string>,
  { folder, environment = {}, input = { text: "" } }: Surroundings
): Effect.Effect<Running, never, Scope.Scope> =>
  Effect.gen(function* () {
    const child = yield* Effect.acquireRelease(
      Effect.sync(() =>
        spawn(process.execPath, [bundle, ...parameters], {
          cwd: folder,
          env: { PATH: process.env.PATH ?? "", HOME: folder, LANG: "en_US.UTF-8", ...environment },
          stdio: ["pipe", "pipe", "pipe"]
        })
      ),
      (started) => Effect.sync(() => started.kill("SIGKILL"))
    )
    // A process that ends before reading all of its input breaks the pipe, which is fine.
    child.stdin.on("error", () => undefined)
    if (input !== "open") child.stdin.end("text" in input ? input.text : input)
    let stdout = ""
    let stderr = ""
    child.stdout.setEncoding("utf8").on("data", (piece: string) => {
      stdout += piece
    })
    child.stderr.setEncoding("utf8").on("data", (piece: string) => {
      stderr += piece
    })
    const ended = new Promise<number | null>((resolve) => {
      child.on("close", resolve)
    })
    return {
      kill: (signal) => Effect.sync(() => child.kill(signal)),
      finished: Effect.map(
        Effect.promise(() => ended),
        (exitCode) => ({ exitCode, stdout, stderr })
      ),
      hasSaid: (text) =>
        Effect.async<void>((resume) => {
          const look = () => {
            if (stderr.includes(text)) resume(Effect.void)
          }
          child.stderr.on("data", look)
          look()
        }),
      hasWritten: (text) =>
        Effect.async<void>((resume) => {
          const look = () => {
            if (stdout.includes(text)) resume(Effect.void)
          }
          child.stdout.on("data", look)
          look()
        }),
      output: Effect.sync(() => stdout),
      give: (text) => Effect.sync(() => child.stdin.write(text)),
      giveNoMore: Effect.sync(() => child.stdin.end()),
      stopReading: Effect.sync(() => child.stdout.destroy()),
      stopListening: Effect.sync(() => child.stderr.destroy())
    }
  })

/** Runs `chatlint` to its end. */
export const runChatlint = (
  parameters: ReadonlyArray<string>,
  surroundings: Surroundings
): Effect.Effect<Finished, never, Scope.Scope> =>
  Effect.flatMap(startChatlint(parameters, surroundings), ({ finished }) => finished)
