import { Command } from "commander"
import { reportFormatNames } from "../report/reportFormatNames.ts"
import { addMailOptions } from "./addMailOptions.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { collectValues } from "./collectValues.ts"
import type { ScanFlags } from "./ScanFlags.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint scan`; runScan implements it. */
export const scanCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const text = (key: (typeof commandTexts.keys)[number]) =>
    commandTexts(commandLine.locale, key, { formats: reportFormatNames.join(", ") })
  const command = new Command("scan")
    .description(text("scan"))
    .option("--business <id>", text("business"), collectValues)
    .option("--base-url <url>", text("baseUrl"))
    .option("--db <file>", text("db"))
    .option("--config <file>", text("config"))
    .option("--format <format>", text("format"))
    .option("--output <format=file>", text("output"), collectValues)
    .option("--fail-on <severity>", text("failOn"))
    .option("--min-confidence <number>", checkTexts(commandLine.locale, "minConfidence"))
    .option("--concurrency <number>", text("concurrency"))
    .option("--region <country>", text("region"))
    .option("--rules <folder>", text("rules"), collectValues)
    .option("--full", text("full"))
    .option("--reveal", text("reveal"))
    .option("--locale <language>", text("locale"))
    .option("--time-zone <zone>", text("timeZone"))
    .option("--no-color", text("color"))
    .option("--quiet", text("quiet"))
  return addMailOptions(command, commandLine.locale).action(async (flags: ScanFlags) => {
    const { runScan } = await import("./runScan.ts")
    end(await runScan(flags, commandLine))
  })
}
