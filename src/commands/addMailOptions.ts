import type { Command } from "commander"
import type { Locale } from "../locale/Locale.ts"
import { mailTexts } from "./mailTexts.ts"

/** Gives a command the options of MailFlags. */
export const addMailOptions = (command: Command, locale: Locale): Command =>
  command
    .option("--send", mailTexts(locale, "send"))
    .option("--dry-run <folder>", mailTexts(locale, "dryRun"))
    .option("--preview <file>", mailTexts(locale, "preview"))
    .option("--retry-refused", mailTexts(locale, "retryRefused"))
