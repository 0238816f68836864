import { Command } from "commander"
import type { CommandLine } from "./CommandLine.ts"
import { collectValues } from "./collectValues.ts"
import type { ExplainFlags } from "./ExplainFlags.ts"
import { explainTexts } from "./explainTexts.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint explain`; runExplain implements it. */
export const explainCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("explain")
    .description(explainTexts(locale, "explain"))
    .argument("<rule>", explainTexts(locale, "rule"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .option("--no-color", commandTexts(locale, "color"))
    .action(async (rule: string, flags: ExplainFlags) => {
      const { runExplain } = await import("./runExplain.ts")
      end(await runExplain(rule, flags, commandLine))
    })
}
