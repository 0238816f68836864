import { Cause, Effect, Exit, Fiber } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { visibleText } from "../text/visibleText.ts"
import { type CommandFailure, describeFailure, exitCodeOfFailure } from "./CommandFailure.ts"
import { ExitCode } from "./ExitCode.ts"
import { commandTexts } from "./texts.ts"

const say = (line: string): void => {
  process.stderr.write(`chatlint: ${visibleText(line)}\n`)
}

/** The words of a fault that nobody foresaw, without its stack. */
const nameOf = (defect: unknown): string =>
  defect instanceof Error ? `${defect.name}: ${defect.message}` : String(defect)

/**
 * Runs a command to its exit code. Failures are told on standard error, each with its remedy and without a stack
 * trace. The first SIGINT or SIGTERM interrupts the command, which keeps what was done and lets go of what it holds;
 * a second one ends the process at once.
 *
 * @param terminated the exit code after SIGTERM; a command that runs until it is told to stop has done well then.
 */
export const runCommand = async (
  command: Effect.Effect<ExitCode, CommandFailure>,
  locale: Locale,
  terminated: ExitCode = ExitCode.interrupted
): Promise<ExitCode> => {
  const fiber = Effect.runFork(command)
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
    onFailure: (cause) => {
      if (Cause.isInterruptedOnly(cause)) return interrupted
      const [failure] = Cause.failures(cause)
      if (failure !== undefined) {
        for (const line of describeFailure(failure, locale)) say(line)
        return exitCodeOfFailure(failure)
      }
      const [defect] = Cause.defects(cause)
      say(commandTexts(locale, "unexpected", { problem: nameOf(defect) }))
      return ExitCode.incomplete
    }
  })
}
