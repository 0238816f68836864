import { Schema } from "effect"
import { BusinessId } from "./Business.ts"

/** A mail that will not be delivered. */
export const UndeliveredMail = Schema.Struct({
  businessId: BusinessId,
  /** The address, masked unless --reveal was given. */
  recipient: Schema.String,
  /**
   * Why: the server permanently refused the address, which gets no further mail (`refused`), or only this message
   * (`messageRefused`), or delivery failed for five days (`expired`).
   */
  end: Schema.Literal("refused", "messageRefused", "expired"),
  /** The server's reply, without addresses; empty if there was none. */
  answer: Schema.String,
  /** When delivery ended: ISO 8601 in UTC. */
  at: Schema.String
})
export type UndeliveredMail = typeof UndeliveredMail.Type
