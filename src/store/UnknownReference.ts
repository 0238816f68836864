import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { referenceTexts } from "./referenceTexts.ts"

/** The id of a finding, run, rule, chat or business is unknown to the store, or ambiguous. */
export class UnknownReference extends Schema.TaggedError<UnknownReference>("chatlint/UnknownReference")(
  "UnknownReference",
  {
    kind: Schema.Literal("finding", "run", "rule", "chat", "business"),
    problem: Schema.Literal("unknown", "ambiguous"),
    given: Schema.String,
    /** The known id with the longest common prefix, if any; with `ambiguous`, some of the matching ids. */
    nearest: Schema.Array(Schema.String)
  }
) {
  override get message(): string {
    return describeUnknownReference(this, "en")
  }
}

/** The given reference and what is known, in the reader's language. */
export const describeUnknownReference = ({ kind, problem, given, nearest }: UnknownReference, locale: Locale): string =>
  referenceTexts(locale, problem, { kind, given, known: nearest.length, nearest: nearest.join(", ") })
