import { Schema } from "effect"

/** A file that would have been overwritten. */
export class FileExists extends Schema.TaggedError<FileExists>("chatlint/FileExists")("FileExists", {
  path: Schema.String
}) {
  override get message(): string {
    return `${this.path} is there already.`
  }
}
