import { Command } from "commander"
import type { CommandLine } from "./CommandLine.ts"
import { collectValues } from "./collectValues.ts"
import type { RulesFlags } from "./RulesFlags.ts"
import { rulesTexts } from "./rulesTexts.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint rules` and its subcommands; runRules implements them. */
export const rulesCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  const subcommand = (name: "list" | "validate" | "test"): Command =>
    new Command(name)
      .description(rulesTexts(locale, name))
      .option("--config <file>", commandTexts(locale, "config"))
      .option("--locale <language>", commandTexts(locale, "locale"))
      .option("--no-color", commandTexts(locale, "color"))
  return new Command("rules")
    .description(rulesTexts(locale, "rules"))
    .helpCommand(false)
    .addCommand(
      subcommand("list")
        .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
        .action(async (flags: RulesFlags) => {
          const { listRules } = await import("./runRules.ts")
          end(await listRules(flags, commandLine))
        })
    )
    .addCommand(
      subcommand("validate")
        .argument("[folders...]", rulesTexts(locale, "folders"))
        .action(async (folders: ReadonlyArray<string>, flags: RulesFlags) => {
          const { validateRules } = await import("./runRules.ts")
          end(await validateRules(folders, flags, commandLine))
        })
    )
    .addCommand(
      subcommand("test")
        .argument("[folders...]", rulesTexts(locale, "folders"))
        .action(async (folders: ReadonlyArray<string>, flags: RulesFlags) => {
          const { testRules } = await import("./runRules.ts")
          end(await testRules(folders, flags, commandLine))
        })
    )
}
