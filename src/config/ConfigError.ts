import { Schema } from "effect"
import { RuleFileError } from "../engine/rule/RuleFileError.ts"

/** Mistakes in `chatlint.yaml`, each with its place. */
export class ConfigError extends Schema.TaggedError<ConfigError>("chatlint/ConfigError")("ConfigError", {
  errors: Schema.NonEmptyArray(Schema.typeSchema(RuleFileError))
}) {
  override get message(): string {
    return this.errors.map((error) => error.message).join("\n")
  }
}
