import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { ruleFolderTexts } from "./texts.ts"

/** A folder of rules that cannot be read or has no rule files. */
export class RuleFolderError extends Schema.TaggedError<RuleFolderError>("chatlint/RuleFolderError")(
  "RuleFolderError",
  { path: Schema.String, reason: Schema.Literal("unreadable", "empty") }
) {
  override get message(): string {
    return describeRuleFolderError(this, "en")
  }
}

/** Describes the problem and the remedy. */
export const describeRuleFolderError = ({ path, reason }: RuleFolderError, locale: Locale): string =>
  ruleFolderTexts(locale, reason, { path })
