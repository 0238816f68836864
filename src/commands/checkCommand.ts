import { Command } from "commander"
import { draftReportFormatNames } from "../report/drafts/draftReportFormats.ts"
import { baselineCommandTexts } from "./baselineTexts.ts"
import type { CheckFlags } from "./CheckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { collectValues } from "./collectValues.ts"
import { commandTexts } from "./texts.ts"

/** The format names; the formats themselves are loaded only when used. */
const formats = draftReportFormatNames.join(", ")

/** Defines `chatlint check`; runCheck implements it. */
export const checkCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("check")
    .description(checkTexts(locale, "check"))
    .argument("[paths...]", checkTexts(locale, "paths"))
    .option("--staged", checkTexts(locale, "staged"))
    .option("--since <revision>", checkTexts(locale, "since"))
    .option("--stdin-filename <path>", checkTexts(locale, "stdinFilename"))
    .option("--input-format <format>", checkTexts(locale, "inputFormat"))
    .option("--format <format>", commandTexts(locale, "format", { formats }))
    .option("--output <format=file>", commandTexts(locale, "output"), collectValues)
    .option("--fix", checkTexts(locale, "fix"))
    .option("--baseline <file>", baselineCommandTexts(locale, "file"))
    .option("--allow-empty", checkTexts(locale, "allowEmpty"))
    .option("--ndjson", checkTexts(locale, "ndjson"))
    .option("--business <id>", checkTexts(locale, "business"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--min-confidence <number>", checkTexts(locale, "minConfidence"))
    .option("--fail-on <severity>", commandTexts(locale, "failOn"))
    .option("--region <country>", commandTexts(locale, "region"))
    .option("--reveal", checkTexts(locale, "reveal"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .option("--no-color", commandTexts(locale, "color"))
    .action(async (paths: ReadonlyArray<string>, flags: CheckFlags) => {
      const { runCheck } = await import("./runCheck.ts")
      end(await runCheck(paths, flags, commandLine))
    })
}
