import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { storeTexts } from "./texts.ts"

/** The database cannot be used, for the given `reason`. */
export class StoreError extends Schema.TaggedError<StoreError>("chatlint/StoreError")("StoreError", {
  path: Schema.String,
  reason: Schema.Literal("unwritable", "broken", "foreign", "newer", "linked", "full", "failed", "locked"),
  /** SQLite's error message, for `full` and `failed`. */
  detail: Schema.String
}) {
  override get message(): string {
    return describeStoreError(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeStoreError = (error: StoreError, locale: Locale): string =>
  storeTexts(locale, error.reason, { path: error.path, detail: error.detail })
