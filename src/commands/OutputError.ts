import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { commandTexts } from "./texts.ts"

/** A report that could not be written. */
export class OutputError extends Schema.TaggedError<OutputError>("chatlint/OutputError")("OutputError", {
  /** "-" is standard output. */
  path: Schema.String,
  /** Whether it was begun and then found no more room. */
  isFull: Schema.optionalWith(Schema.Boolean, { default: () => false })
}) {
  override get message(): string {
    return describeOutputError(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeOutputError = ({ path, isFull }: OutputError, locale: Locale): string =>
  commandTexts(locale, isFull ? "outputFull" : "outputUnwritable", {
    place: commandTexts(locale, path === "-" ? "standardOutput" : "outputPath", { path })
  })
