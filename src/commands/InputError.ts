import { Schema } from "effect"

/** Standard input that could not be read to its end. */
export class InputError extends Schema.TaggedError<InputError>("chatlint/InputError")("InputError", {}) {
  override get message(): string {
    return "Standard input could not be read to its end."
  }
}
