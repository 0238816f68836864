import { Command } from "commander"
import type { CommandLine } from "./CommandLine.ts"
import { collectValues } from "./collectValues.ts"
import type { DoctorFlags } from "./DoctorFlags.ts"
import { doctorTexts } from "./doctorTexts.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint doctor`; runDoctor implements it. */
export const doctorCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("doctor")
    .description(doctorTexts(locale, "doctor"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--db <file>", commandTexts(locale, "db"))
    .option("--base-url <url>", commandTexts(locale, "baseUrl"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .option("--no-color", commandTexts(locale, "color"))
    .action(async (flags: DoctorFlags) => {
      const { runDoctor } = await import("./runDoctor.ts")
      end(await runDoctor(flags, commandLine))
    })
}
