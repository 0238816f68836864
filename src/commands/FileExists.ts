import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { initTexts } from "./initTexts.ts"

/** A file exists and was not overwritten. */
export class FileExists extends Schema.TaggedError<FileExists>("chatlint/FileExists")("FileExists", {
  path: Schema.String
}) {
  override get message(): string {
    return describeFileExists(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeFileExists = ({ path }: FileExists, locale: Locale): string =>
  initTexts(locale, "fileExists", { path })
