import { Schema } from "effect"

/** None was named, and the key reaches none. */
export class NoBusiness extends Schema.TaggedError<NoBusiness>("chatlint/NoBusiness")("NoBusiness", {}) {
  override get message(): string {
    return "The key reaches no business."
  }
}
