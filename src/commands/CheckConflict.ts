import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { checkTexts } from "./checkTexts.ts"

/** Options or arguments of `check` that do not go together. */
export class CheckConflict extends Schema.TaggedError<CheckConflict>("chatlint/CheckConflict")("CheckConflict", {
  one: Schema.String,
  other: Schema.String
}) {
  override get message(): string {
    return describeCheckConflict(this, "en")
  }
}

/** What does not go together and what to do, in the reader's language. */
export const describeCheckConflict = ({ one, other }: CheckConflict, locale: Locale): string =>
  checkTexts(locale, "conflict", { one, other })
