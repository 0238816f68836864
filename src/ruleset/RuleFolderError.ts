import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { ruleFolderTexts } from "./texts.ts"

/** A folder of rules that cannot be read, or holds none. */
export class RuleFolderError extends Schema.TaggedError<RuleFolderError>("chatlint/RuleFolderError")(
  "RuleFolderError",
  { path: Schema.String, reason: Schema.Literal("unreadable", "empty") }
) {
  override get message(): string {
    return describeRuleFolderError(this, "en")
  }
}

/** What happened and what to do, in the reader's language. */
export const describeRuleFolderError = ({ path, reason }: RuleFolderError, locale: Locale): string =>
  ruleFolderTexts(locale, reason, { path })
