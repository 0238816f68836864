import { Effect, Stream } from "effect"
import { readJudgeSettings } from "../config/JudgeSettings.ts"
import { traceText } from "../engine/trace/traceText.ts"
import { loadRuleSet } from "../ruleset/loadRuleSet.ts"
import type { CommandLine } from "./CommandLine.ts"
import { ExitCode } from "./ExitCode.ts"
import { runCommand } from "./runCommand.ts"
import { StandardStreams } from "./StandardStreams.ts"
import { standardInput } from "./standardInput.ts"
import type { TraceFlags } from "./TraceFlags.ts"
import { tracePage } from "./tracePage.ts"
import { writeToStandardOutput } from "./writeReport.ts"

/** All of standard input as one text, without a final line end. */
const inputText = standardInput.pipe(
  Stream.decodeText(),
  Stream.mkString,
  Effect.map((text) => text.replace(/^\uFEFF/, "").replace(/\r?\n$/, ""))
)

/**
 * `chatlint trace`: shows how a text is read and judged. Reads standard input without a text or for `-`. Findings do
 * not affect the exit code.
 */
export const runTrace = (text: string | undefined, flags: TraceFlags, commandLine: CommandLine) =>
  runCommand(
    Effect.gen(function* () {
      const settings = yield* readJudgeSettings(flags, commandLine.environment, commandLine.folder)
      const ruleSet = yield* loadRuleSet(settings.rules)
      const { region, minConfidence } = settings
      const trace = traceText(ruleSet, text === undefined || text === "-" ? yield* inputText : text, {
        region,
        minConfidence,
        allowLists: settings.allowListsOf(flags.business)
      })
      const page = (yield* StandardStreams).page(flags)
      const view = { locale: settings.locale, minConfidence, reveal: flags.reveal === true }
      yield* writeToStandardOutput(Stream.make(tracePage(page, trace, ruleSet, view)))
      return ExitCode.clean
    }),
    commandLine
  )
