import { Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import type { Locale } from "../locale/Locale.ts"
import { referenceTexts } from "./referenceTexts.ts"

/** A report was requested about a business that the run did not read. */
export class BusinessNotSeen extends Schema.TaggedError<BusinessNotSeen>("chatlint/BusinessNotSeen")(
  "BusinessNotSeen",
  { businessId: BusinessId, runId: Schema.String, seen: Schema.Array(BusinessId) }
) {
  override get message(): string {
    return describeBusinessNotSeen(this, "en")
  }
}

/** The business, the run and the businesses that the run did read, in the reader's language. */
export const describeBusinessNotSeen = ({ businessId, runId, seen }: BusinessNotSeen, locale: Locale): string =>
  referenceTexts(locale, "notSeen", { businessId, runId, known: seen.length, seen: seen.join(", ") })
