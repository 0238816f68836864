import { Command } from "commander"
import { reportFormatNames } from "../report/reportFormatNames.ts"
import { addMailOptions } from "./addMailOptions.ts"
import type { CommandLine } from "./CommandLine.ts"
import { collectValues } from "./collectValues.ts"
import { historyTexts } from "./historyTexts.ts"
import type { MailFlags } from "./MailFlags.ts"
import type { StoredReportFlags } from "./StoredReportFlags.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint report`; runReport implements it. */
export const reportCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  const command = new Command("report")
    .description(historyTexts(locale, "report"))
    .argument("[run]", historyTexts(locale, "run"))
    .option("--business <id>", historyTexts(locale, "business"), collectValues)
    .option("--format <format>", commandTexts(locale, "format", { formats: reportFormatNames.join(", ") }))
    .option("--output <format=file>", commandTexts(locale, "output"), collectValues)
    .option("--fail-on <severity>", commandTexts(locale, "failOn"))
    .option("--db <file>", commandTexts(locale, "db"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--reveal", historyTexts(locale, "reveal"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .option("--time-zone <zone>", commandTexts(locale, "timeZone"))
    .option("--no-color", commandTexts(locale, "color"))
  return addMailOptions(command, locale).action(
    async (run: string | undefined, flags: StoredReportFlags & MailFlags) => {
      const { runReport } = await import("./runReport.ts")
      end(await runReport(run, flags, commandLine))
    }
  )
}
