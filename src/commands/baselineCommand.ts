import { Command } from "commander"
import type { BaselineFlags } from "./BaselineFlags.ts"
import { baselineCommandTexts } from "./baselineTexts.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { collectValues } from "./collectValues.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint baseline`; runBaseline implements it. */
export const baselineCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("baseline")
    .description(baselineCommandTexts(locale, "baseline"))
    .argument("[paths...]", checkTexts(locale, "paths"))
    .option("--prune", baselineCommandTexts(locale, "prune"))
    .option("--baseline <file>", baselineCommandTexts(locale, "file"))
    .option("--input-format <format>", checkTexts(locale, "inputFormat"))
    .option("--business <id>", checkTexts(locale, "business"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--min-confidence <number>", checkTexts(locale, "minConfidence"))
    .option("--region <country>", commandTexts(locale, "region"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .action(async (paths: ReadonlyArray<string>, flags: BaselineFlags) => {
      const { runBaseline } = await import("./runBaseline.ts")
      end(await runBaseline(paths, flags, commandLine))
    })
}
