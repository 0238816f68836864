import { Schema } from "effect"

/** A report that could not be written. */
export class OutputError extends Schema.TaggedError<OutputError>("chatlint/OutputError")("OutputError", {
  /** "-" is standard output. */
  path: Schema.String,
  /** Whether it was begun and then found no more room. */
  isFull: Schema.optionalWith(Schema.Boolean, { default: () => false })
}) {
  override get message(): string {
    return `The report could not be written to ${this.path}.`
  }
}
