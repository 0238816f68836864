import { Schema } from "effect"

/** There is no finished run to tell of: the database is not there, or no run has come to its end. */
export class RunMissing extends Schema.TaggedError<RunMissing>("chatlint/RunMissing")("RunMissing", {
  /** The database's path. */
  path: Schema.String
}) {
  override get message(): string {
    return `No run has finished in the database ${this.path}.`
  }
}
