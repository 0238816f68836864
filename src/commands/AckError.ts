import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { historyTexts } from "./historyTexts.ts"

/** What was given to `ack` does not go together, or a date that cannot be used. */
export class AckError extends Schema.TaggedError<AckError>("chatlint/AckError")("AckError", {
  problem: Schema.Literal(
    "nothingNamed",
    "noReason",
    "noUntil",
    "badDate",
    "pastDate",
    "notAcknowledged",
    "listAndMore"
  ),
  value: Schema.String
}) {
  override get message(): string {
    return describeAckError(this, "en")
  }
}

/** What is wrong and how to put it right, in the reader's language. */
export const describeAckError = ({ problem, value }: AckError, locale: Locale): string =>
  historyTexts(locale, problem, { value })
