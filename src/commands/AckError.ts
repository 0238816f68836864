import { Schema } from "effect"
import type { Locale } from "../locale/Locale.ts"
import { historyTexts } from "./historyTexts.ts"

/** Invalid options of `ack`. */
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

/** What is wrong and how to correct it, in the reader's language. */
export const describeAckError = ({ problem, value }: AckError, locale: Locale): string =>
  historyTexts(locale, problem, { value })
