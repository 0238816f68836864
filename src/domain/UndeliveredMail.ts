import { Schema } from "effect"
import { BusinessId } from "./Business.ts"

/** A mail that its reader will not get. */
export const UndeliveredMail = Schema.Struct({
  businessId: BusinessId,
  /** The address, masked unless it was asked to be revealed. */
  recipient: Schema.String,
  /**
   * Whether its server refused the address for good, after which it gets no more mail, or this one message, or five days
   * went by.
   */
  end: Schema.Literal("refused", "messageRefused", "expired"),
  /** The server's words, without addresses; empty where it said none. */
  answer: Schema.String,
  /** When that was known: ISO 8601 in UTC. */
  at: Schema.String
})
export type UndeliveredMail = typeof UndeliveredMail.Type
