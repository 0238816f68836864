import { Schema } from "effect"
import { Int64 } from "./Int64.ts"

/** A message's id. */
export const MessageId = Int64.pipe(Schema.brand("MessageId"))
export type MessageId = typeof MessageId.Type

/**
 * Who wrote: PARTNER is the shop, CUSTOMER the buyer, MARKET the marketplace's automatic messages, SUPPORT its staff.
 * Any other word of the API becomes UNKNOWN: it is not judged, and it is counted.
 */
export const Sender = Schema.Literal("PARTNER", "CUSTOMER", "MARKET", "SUPPORT", "UNKNOWN")
export type Sender = typeof Sender.Type

/** One message of a chat. */
export class Message extends Schema.Class<Message>("chatlint/Message")({
  id: MessageId,
  /** When it was written, in milliseconds since the epoch; none when the marketplace's date could not be read. */
  at: Schema.OptionFromSelf(Schema.Number),
  sender: Sender,
  /** The text as it was written; empty for a sticker or a file without words. */
  text: Schema.String,
  /** The names of the attached files. */
  files: Schema.Array(Schema.String)
}) {}

/** Orders int64 ids given as decimal digits: negative when `left` is the smaller one. */
export const compareMessageIds = (left: string, right: string): number =>
  left.length - right.length || (left < right ? -1 : left > right ? 1 : 0)
