import { Schema } from "effect"

/**
 * A cabinet of the marketplace, with one API key. An int64 of the API, kept as its decimal digits:
 * above 2^53 a JavaScript number would name another business.
 */
export const BusinessId = Schema.String.pipe(Schema.pattern(/^[1-9]\d{0,18}$/), Schema.brand("BusinessId"))
export type BusinessId = typeof BusinessId.Type
