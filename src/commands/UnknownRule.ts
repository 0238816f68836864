import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { explainTexts } from "./explainTexts.ts"

/** A rule id is unknown. */
export class UnknownRule extends Schema.TaggedError<UnknownRule>("chatlint/UnknownRule")("UnknownRule", {
  rule: Schema.String,
  /** The most similar known rule. */
  nearest: Schema.OptionFromSelf(Schema.String),
  known: Schema.Array(Schema.String)
}) {
  override get message(): string {
    return describeUnknownRule(this, "en")
  }
}

/** The given rule and the known ones, in the reader's language. */
export const describeUnknownRule = ({ rule, nearest, known }: UnknownRule, locale: Locale): string =>
  explainTexts(locale, "unknownRule", {
    rule,
    nearest: nearest._tag === "Some" ? nearest.value : "none",
    known: known.join(", ")
  })
