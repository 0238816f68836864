import { Command } from "commander"
import { changesFormatNames } from "../report/changes/changesFormatNames.ts"
import type { CommandLine } from "./CommandLine.ts"
import { collectValues } from "./collectValues.ts"
import { historyTexts } from "./historyTexts.ts"
import type { StoredReportFlags } from "./StoredReportFlags.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint diff`; runDiff implements it. */
export const diffCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("diff")
    .description(historyTexts(locale, "diff"))
    .argument("[run_a]", historyTexts(locale, "since"))
    .argument("[run_b]", historyTexts(locale, "until"))
    .option("--business <id>", historyTexts(locale, "business"), collectValues)
    .option("--format <format>", commandTexts(locale, "format", { formats: changesFormatNames.join(", ") }))
    .option("--output <format=file>", commandTexts(locale, "output"), collectValues)
    .option("--db <file>", commandTexts(locale, "db"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--reveal", historyTexts(locale, "reveal"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .option("--time-zone <zone>", commandTexts(locale, "timeZone"))
    .option("--no-color", commandTexts(locale, "color"))
    .action(async (first: string | undefined, second: string | undefined, flags: StoredReportFlags) => {
      const { runDiff } = await import("./runDiff.ts")
      end(await runDiff(first, second, flags, commandLine))
    })
}
