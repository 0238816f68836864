import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { checkTexts } from "./checkTexts.ts"

/** Two options or arguments of `check` that cannot be combined. */
export class CheckConflict extends Schema.TaggedError<CheckConflict>("chatlint/CheckConflict")("CheckConflict", {
  one: Schema.String,
  other: Schema.String
}) {
  override get message(): string {
    return describeCheckConflict(this, "en")
  }
}

/** The conflict and how to resolve it, in the reader's language. */
export const describeCheckConflict = ({ one, other }: CheckConflict, locale: Locale): string =>
  checkTexts(locale, "conflict", { one, other })
