import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { historyTexts } from "./historyTexts.ts"

/** There is no finished run: the database does not exist, or no run in it has finished. */
export class RunMissing extends Schema.TaggedError<RunMissing>("chatlint/RunMissing")("RunMissing", {
  /** The path of the database. */
  path: Schema.String
}) {
  override get message(): string {
    return describeRunMissing(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeRunMissing = ({ path }: RunMissing, locale: Locale): string =>
  historyTexts(locale, "runMissing", { path })
