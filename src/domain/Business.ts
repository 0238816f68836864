import { Schema } from "effect"
import { Int64 } from "./Int64.ts"

/** A cabinet of the marketplace, with one API key. */
export const BusinessId = Int64.pipe(Schema.brand("BusinessId"))
export type BusinessId = typeof BusinessId.Type
