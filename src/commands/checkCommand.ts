import { Command } from "commander"
import type { CheckFlags } from "./CheckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { collectValues } from "./collectValues.ts"
import { commandTexts } from "./texts.ts"

/** `chatlint check`: its options; what it does is in runCheck. */
export const checkCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("check")
    .description(checkTexts(locale, "check"))
    .option("--ndjson", checkTexts(locale, "ndjson"))
    .option("--business <id>", checkTexts(locale, "business"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--min-confidence <number>", checkTexts(locale, "minConfidence"))
    .option("--fail-on <severity>", commandTexts(locale, "failOn"))
    .option("--region <country>", commandTexts(locale, "region"))
    .option("--reveal", checkTexts(locale, "reveal"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .action(async (flags: CheckFlags) => {
      const { runCheck } = await import("./runCheck.ts")
      end(await runCheck(flags, commandLine))
    })
}
