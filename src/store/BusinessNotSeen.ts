import { Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import type { Locale } from "../locale/Locale.ts"
import { referenceTexts } from "./referenceTexts.ts"

/** A report of a business was asked for, of a run that did not look at it. */
export class BusinessNotSeen extends Schema.TaggedError<BusinessNotSeen>("chatlint/BusinessNotSeen")(
  "BusinessNotSeen",
  { businessId: BusinessId, runId: Schema.String, seen: Schema.Array(BusinessId) }
) {
  override get message(): string {
    return describeBusinessNotSeen(this, "en")
  }
}

/** Which business and run were named and what the run saw, in the reader's language. */
export const describeBusinessNotSeen = ({ businessId, runId, seen }: BusinessNotSeen, locale: Locale): string =>
  referenceTexts(locale, "notSeen", { businessId, runId, known: seen.length, seen: seen.join(", ") })
