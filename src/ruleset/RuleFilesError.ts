import { Schema } from "effect"
import { YamlFileError } from "../yaml/YamlFileError.ts"

/** All mistakes in the rule files, with their positions. */
export class RuleFilesError extends Schema.TaggedError<RuleFilesError>("chatlint/RuleFilesError")("RuleFilesError", {
  errors: Schema.NonEmptyArray(Schema.typeSchema(YamlFileError))
}) {
  override get message(): string {
    return this.errors.map((error) => error.message).join("\n")
  }
}
