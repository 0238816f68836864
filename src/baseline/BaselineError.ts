import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { baselineTexts } from "./texts.ts"

/** A baseline that cannot be used. */
export class BaselineError extends Schema.TaggedError<BaselineError>("chatlint/BaselineError")("BaselineError", {
  path: Schema.String,
  reason: Schema.Literal(...baselineTexts.keys),
  /** The position of the mistake, if known; both count from 1. */
  line: Schema.optional(Schema.Int),
  column: Schema.optional(Schema.Int)
}) {
  override get message(): string {
    return describeBaselineError(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeBaselineError = ({ path, reason, line, column }: BaselineError, locale: Locale): string =>
  baselineTexts(locale, reason, {
    place: [path, line, column].filter((part) => part !== undefined).join(":")
  })
