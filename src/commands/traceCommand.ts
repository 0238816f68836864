import { Command } from "commander"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { collectValues } from "./collectValues.ts"
import type { TraceFlags } from "./TraceFlags.ts"
import { commandTexts } from "./texts.ts"
import { traceTexts } from "./traceTexts.ts"

/** Defines `chatlint trace`; runTrace implements it. */
export const traceCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("trace")
    .description(traceTexts(locale, "trace"))
    .argument("[text]", traceTexts(locale, "text"))
    .option("--business <id>", checkTexts(locale, "business"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--min-confidence <number>", checkTexts(locale, "minConfidence"))
    .option("--region <country>", commandTexts(locale, "region"))
    .option("--reveal", checkTexts(locale, "reveal"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .option("--no-color", commandTexts(locale, "color"))
    .action(async (text: string | undefined, flags: TraceFlags) => {
      const { runTrace } = await import("./runTrace.ts")
      end(await runTrace(text, flags, commandLine))
    })
}
