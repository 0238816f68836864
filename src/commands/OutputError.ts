import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { commandTexts } from "./texts.ts"

/** A report could not be written. */
export class OutputError extends Schema.TaggedError<OutputError>("chatlint/OutputError")("OutputError", {
  /** "-" for standard output. */
  path: Schema.String,
  /** Whether the disk was full. */
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
