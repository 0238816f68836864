import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { configTexts } from "./texts.ts"

const SettingProblem = Schema.Literal(...configTexts.keys)

/** An invalid or missing setting. */
export class SettingError extends Schema.TaggedError<SettingError>("chatlint/SettingError")("SettingError", {
  problem: SettingProblem,
  value: Schema.String,
  /** Where it was given: an option, an environment variable, or file, line and column. */
  source: Schema.String,
  choices: Schema.Array(Schema.String)
}) {
  override get message(): string {
    return describeSettingError(this, "en")
  }
}

/** What is wrong and how to correct it, in the reader's language. */
export const describeSettingError = ({ problem, value, source, choices }: SettingError, locale: Locale): string =>
  configTexts(locale, problem, { value, source, choices: choices.join(", ") })
