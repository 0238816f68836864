import { Schema } from "effect"

/** A report that could not be written. */
export class OutputError extends Schema.TaggedError<OutputError>("chatlint/OutputError")("OutputError", {
  path: Schema.String
}) {
  override get message(): string {
    return `The report could not be written to ${this.path}.`
  }
}
