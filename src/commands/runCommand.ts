import type * as FileSystem from "@effect/platform/FileSystem"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { Cause, Effect, Exit, Fiber, Layer } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { type CommandFailure, describeFailure, exitCodeOfFailure } from "./CommandFailure.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { commandTexts } from "./texts.ts"

/** What every command may use of the process it runs in. */
export type CommandServices = FileSystem.FileSystem | StandardStreams

/** The words of a fault that nobody foresaw, without its stack. */
const nameOf = (defect: unknown): string =>
  defect instanceof Error ? `${defect.name}: ${defect.message}` : String(defect)

/** What kept a command from its work, told on standard error; the exit code that says it to programs. */
const tellCause = (
  cause: Cause.Cause<CommandFailure>,
  locale: Locale
): Effect.Effect<ExitCode, never, StandardStreams> =>
  Effect.gen(function* () {
    const { tell } = yield* StandardStreams
    const [failure] = Cause.failures(cause)
    if (failure !== undefined) {
      yield* Effect.forEach(describeFailure(failure, locale), tell, { discard: true })
      return exitCodeOfFailure(failure)
    }
    const [defect] = Cause.defects(cause)
    yield* tell(commandTexts(locale, "unexpected", { problem: nameOf(defect) }))
    return ExitCode.incomplete
  })

/**
 * Runs a command to its exit code. Failures are told on standard error, each with its remedy and without a stack
 * trace. The first SIGINT or SIGTERM interrupts the command, which keeps what was done and lets go of what it holds;
 * a second one ends the process at once.
 *
 * @param terminated the exit code after SIGTERM; a command that runs until it is told to stop has done well then.
 */
export const runCommand = async (
  command: Effect.Effect<ExitCode, CommandFailure, CommandServices>,
  { environment, locale }: CommandLine,
  terminated: ExitCode = ExitCode.interrupted
): Promise<ExitCode> => {
  const streams = StandardStreams.layerProcess(environment)
  const fiber = Effect.runFork(Effect.provide(command, Layer.merge(NodeFileSystem.layer, streams)))
  let interrupted: ExitCode = ExitCode.interrupted
  const interrupt = (signal: NodeJS.Signals) => {
    if (signal === "SIGTERM") interrupted = terminated
    fiber.unsafeInterruptAsFork(fiber.id())
  }
  process.once("SIGINT", interrupt)
  process.once("SIGTERM", interrupt)
  const exit = await Effect.runPromise(Fiber.await(fiber))
  process.removeListener("SIGINT", interrupt)
  process.removeListener("SIGTERM", interrupt)
  return Exit.match(exit, {
    onSuccess: (code) => code,
    onFailure: (cause) =>
      Cause.isInterruptedOnly(cause) ? interrupted : Effect.runSync(Effect.provide(tellCause(cause, locale), streams))
  })
}
