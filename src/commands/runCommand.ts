import type * as FileSystem from "@effect/platform/FileSystem"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import { Cause, Effect, Exit, Fiber, Layer } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { type CommandFailure, describeFailure, exitCodeOfFailure } from "./CommandFailure.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { commandTexts } from "./texts.ts"

/** The services that every command may use. */
export type CommandServices = FileSystem.FileSystem | StandardStreams

/** The name and message of an unexpected error, without its stack. */
const nameOf = (defect: unknown): string =>
  defect instanceof Error ? `${defect.name}: ${defect.message}` : String(defect)

/** Reports on standard error why a command failed, and returns the exit code. */
const reportCause = (
  cause: Cause.Cause<CommandFailure>,
  locale: Locale
): Effect.Effect<ExitCode, never, StandardStreams> =>
  Effect.gen(function* () {
    const { note } = yield* StandardStreams
    const [failure] = Cause.failures(cause)
    if (failure !== undefined) {
      yield* Effect.forEach(describeFailure(failure, locale), note, { discard: true })
      return exitCodeOfFailure(failure)
    }
    const [defect] = Cause.defects(cause)
    yield* note(commandTexts(locale, "unexpected", { problem: nameOf(defect) }))
    return ExitCode.incomplete
  })

/**
 * Runs a command and returns its exit code. Failures are reported on standard error with their remedy and without a
 * stack trace. The first SIGINT or SIGTERM interrupts the command, which saves its work and releases its resources; a
 * second one ends the process at once.
 *
 * @param terminated the exit code after SIGTERM; `ExitCode.clean` for a command that runs until it is terminated.
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
      Cause.isInterruptedOnly(cause) ? interrupted : Effect.runSync(Effect.provide(reportCause(cause, locale), streams))
  })
}
