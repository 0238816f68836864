import { Command } from "commander"
import type { AckFlags } from "./AckFlags.ts"
import type { CommandLine } from "./CommandLine.ts"
import { collectValues } from "./collectValues.ts"
import { historyTexts } from "./historyTexts.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint ack`; runAck implements it. */
export const ackCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  return new Command("ack")
    .description(historyTexts(locale, "ack"))
    .argument("[finding...]", historyTexts(locale, "finding"))
    .option("--reason <text>", historyTexts(locale, "ackReason"))
    .option("--until <date>", historyTexts(locale, "ackUntil"))
    .option("--by <name>", historyTexts(locale, "ackBy"))
    .option("--rule <rule>", historyTexts(locale, "ackRule"), collectValues)
    .option("--chat <chat>", historyTexts(locale, "ackChat"), collectValues)
    .option("--list", historyTexts(locale, "ackList"))
    .option("--undo", historyTexts(locale, "ackUndo"))
    .option("--format <format>", historyTexts(locale, "listFormat", { formats: "terminal, json" }))
    .option("--db <file>", commandTexts(locale, "db"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--locale <language>", commandTexts(locale, "locale"))
    .option("--time-zone <zone>", commandTexts(locale, "timeZone"))
    .option("--no-color", commandTexts(locale, "color"))
    .action(async (findings: ReadonlyArray<string>, flags: AckFlags) => {
      const { runAck } = await import("./runAck.ts")
      end(await runAck(findings, flags, commandLine))
    })
}
