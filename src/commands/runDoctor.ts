import { Effect, Stream } from "effect"
import type { CommandLine } from "./CommandLine.ts"
import type { DoctorFlags } from "./DoctorFlags.ts"
import { doctorTexts } from "./doctorTexts.ts"
import { ExitCode } from "./ExitCode.ts"
import { examination } from "./examination/examination.ts"
import type { Result } from "./examination/Result.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { writeToStandardOutput } from "./writeReport.ts"

/** `chatlint doctor`: checks everything that the other commands need. No key is shown. */
export const runDoctor = (flags: DoctorFlags, commandLine: CommandLine) => {
  const { locale } = commandLine
  return runCommand(
    Effect.gen(function* () {
      const page = (yield* StandardStreams).page(flags)
      const { colors } = page
      const signs = { well: [colors.green, "✓"], known: [colors.cyan, "–"], problem: [colors.red, "×"] } as const
      const results: Array<Result> = []
      const lines = examination(flags, commandLine, process.versions.node).pipe(
        Stream.tap((result) => Effect.sync(() => results.push(result))),
        Stream.map(({ state, lines: words }) => words.map((line) => page.item("", signs[state], line)).join(""))
      )
      // Written one by one, so that every check is run even if nobody reads the rest.
      yield* Stream.runForEach(lines, (text) => writeToStandardOutput(Stream.make(text)))
      const problems = results.filter(({ state }) => state === "problem")
      const verdict = problems.length === 0 ? "well" : "notWell"
      yield* writeToStandardOutput(
        Stream.make(page.heading(doctorTexts(locale, verdict, { problems: problems.length })))
      )
      const codes = problems.map(({ exitCode }) => exitCode)
      // Usage errors take precedence over failures that may pass by themselves.
      return codes.find((code) => code === ExitCode.usage) ?? codes[0] ?? ExitCode.clean
    }),
    commandLine
  )
}
