import type { Command } from "commander"
import type { Locale } from "../locale/Locale.ts"
import { mailTexts } from "./mailTexts.ts"

/** Adds the options of MailFlags to a command. */
export const addMailOptions = (command: Command, locale: Locale): Command =>
  command
    .option("--send", mailTexts(locale, "send"))
    .option("--dry-run <folder>", mailTexts(locale, "dryRun"))
    .option("--preview <file>", mailTexts(locale, "preview"))
    .option("--retry-refused", mailTexts(locale, "retryRefused"))
