import { Schema } from "effect"
import { YamlFileError } from "../yaml/YamlFileError.ts"

/** Mistakes in `chatlint.yaml`, each with its position. */
export class ConfigError extends Schema.TaggedError<ConfigError>("chatlint/ConfigError")("ConfigError", {
  errors: Schema.NonEmptyArray(Schema.typeSchema(YamlFileError))
}) {
  override get message(): string {
    return this.errors.map((error) => error.message).join("\n")
  }
}
