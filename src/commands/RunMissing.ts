import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { historyTexts } from "./historyTexts.ts"

/** There is no finished run to tell of: the database is not there, or no run has come to its end. */
export class RunMissing extends Schema.TaggedError<RunMissing>("chatlint/RunMissing")("RunMissing", {
  /** The database's path. */
  path: Schema.String
}) {
  override get message(): string {
    return describeRunMissing(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeRunMissing = ({ path }: RunMissing, locale: Locale): string =>
  historyTexts(locale, "runMissing", { path })
