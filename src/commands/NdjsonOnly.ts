import { Schema } from "effect"

/** `check` was given no kind of input that it can read. */
export class NdjsonOnly extends Schema.TaggedError<NdjsonOnly>("chatlint/NdjsonOnly")("NdjsonOnly", {}) {
  override get message(): string {
    return "Files cannot be checked yet, only rows of JSON on standard input."
  }
}
