import { Schema } from "effect"
import { RuleFileError } from "../engine/rule/RuleFileError.ts"

/** All mistakes of the rule files that were read, each with its place. */
export class RuleFilesError extends Schema.TaggedError<RuleFilesError>("chatlint/RuleFilesError")("RuleFilesError", {
  errors: Schema.NonEmptyArray(Schema.typeSchema(RuleFileError))
}) {
  override get message(): string {
    return this.errors.map((error) => error.message).join("\n")
  }
}
