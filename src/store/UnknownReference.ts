import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { referenceTexts } from "./referenceTexts.ts"

/** A finding, a run, a rule, a chat or a business was named that the store does not know, or that could be several. */
export class UnknownReference extends Schema.TaggedError<UnknownReference>("chatlint/UnknownReference")(
  "UnknownReference",
  {
    kind: Schema.Literal("finding", "run", "rule", "chat", "business"),
    problem: Schema.Literal("unknown", "ambiguous"),
    given: Schema.String,
    /** What is known and begins most like it; empty where nothing does. With `ambiguous`, some of those meant. */
    nearest: Schema.Array(Schema.String)
  }
) {
  override get message(): string {
    return describeUnknownReference(this, "en")
  }
}

/** What was named and what is known, in the reader's language. */
export const describeUnknownReference = ({ kind, problem, given, nearest }: UnknownReference, locale: Locale): string =>
  referenceTexts(locale, problem, { kind, given, known: nearest.length, nearest: nearest.join(", ") })
