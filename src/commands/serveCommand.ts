import { Command } from "commander"
import type { CommandLine } from "./CommandLine.ts"
import { checkTexts } from "./checkTexts.ts"
import { collectValues } from "./collectValues.ts"
import type { ServeFlags } from "./ServeFlags.ts"
import { serveCommandTexts } from "./serveTexts.ts"
import { commandTexts } from "./texts.ts"

/** Defines `chatlint serve`; runServe implements it. */
export const serveCommand = (commandLine: CommandLine, end: (exitCode: number) => void): Command => {
  const { locale } = commandLine
  const text = (key: (typeof serveCommandTexts.keys)[number]) => serveCommandTexts(locale, key)
  return new Command("serve")
    .description(text("serve"))
    .option("--host <address>", text("host"))
    .option("--port <number>", text("port"))
    .option("--body-limit <bytes>", text("bodyLimit"))
    .option("--rate-limit <requests>", text("rateLimit"))
    .option("--no-notifications", text("noNotifications"))
    .option("--business <id>", text("business"), collectValues)
    .option("--base-url <url>", commandTexts(locale, "baseUrl"))
    .option("--db <file>", commandTexts(locale, "db"))
    .option("--config <file>", commandTexts(locale, "config"))
    .option("--rules <folder>", commandTexts(locale, "rules"), collectValues)
    .option("--min-confidence <number>", checkTexts(locale, "minConfidence"))
    .option("--concurrency <number>", commandTexts(locale, "concurrency"))
    .option("--region <country>", commandTexts(locale, "region"))
    .option("--reveal", checkTexts(locale, "reveal"))
    .option("--locale <language>", text("locale"))
    .option("--quiet", text("quiet"))
    .action(async (flags: ServeFlags) => {
      const { runServe } = await import("./runServe.ts")
      end(await runServe(flags, commandLine))
    })
}
