import { Command } from "commander"
import type { CommandLine } from "./CommandLine.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint demo`; runDemo implements it. */
export const demoCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command =>
  new Command("demo")
    .description(commandTexts(commandLine.locale, "demo"))
    .option("--no-color", commandTexts(commandLine.locale, "color"))
    .option("--locale <language>", commandTexts(commandLine.locale, "locale"))
    .action(async (flags: { readonly color: boolean; readonly locale?: string }) => {
      const { runDemo } = await import("./runDemo.ts")
      end(await runDemo(flags, commandLine))
    })
