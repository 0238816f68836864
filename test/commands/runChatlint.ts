import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { Effect, type Scope } from "effect"

/** The command as users have it: the bundle that `npm test` builds first. */
const bundle = fileURLToPath(new URL("../../dist/main.js", import.meta.url))

/** What a process left behind. */
export interface Finished {
  /** Null when a signal ended it. */
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A process that is running. */
export interface Running {
  readonly kill: (signal: "SIGKILL" | "SIGINT" | "SIGTERM") => Effect.Effect<void>
  readonly finished: Effect.Effect<Finished>
  /** Waits until standard error holds the text. */
  readonly hasSaid: (text: string) => Effect.Effect<void>
  /** Waits until standard output holds the text. */
  readonly hasWritten: (text: string) => Effect.Effect<void>
  /** What stands on standard output until now. */
  readonly output: Effect.Effect<string>
  /** Writes to standard input, where it was left open. */
  readonly give: (text: string) => Effect.Effect<void>
  /** Ends standard input. */
  readonly giveNoMore: Effect.Effect<void>
  /** Closes standard output, as a reader who has had enough. */
  readonly stopReading: Effect.Effect<void>
  /** Closes standard error. */
  readonly stopListening: Effect.Effect<void>
}

/** Where and with what a command runs. */
export interface Surroundings {
  readonly folder: string
  /** In place of the whole environment but PATH and HOME. */
  readonly environment?: Readonly<Record<string, string>>
  /** What stands on standard input, nothing if it is absent; "open" leaves it to be given piece by piece. */
  readonly input?: Uint8Array | { readonly text: string } | "open"
}

/** Starts `chatlint` with these parameters; it ends with the scope at the latest. */
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
    // A process that ends before it has read everything breaks the pipe; that is its business.
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
