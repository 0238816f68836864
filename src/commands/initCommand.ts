import { Command } from "commander"
import type { CommandLine } from "./CommandLine.ts"
import { initTexts } from "./initTexts.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint init`; runInit implements it. */
export const initCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command =>
  new Command("init")
    .description(initTexts(commandLine.locale, "init"))
    .option("--force", initTexts(commandLine.locale, "force"))
    .option("--locale <language>", commandTexts(commandLine.locale, "locale"))
    .action(async (flags: { readonly force?: boolean }) => {
      const { runInit } = await import("./runInit.ts")
      end(await runInit(flags, commandLine))
    })
