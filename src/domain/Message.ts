import { Schema } from "effect"
import { Int64 } from "./Int64.ts"

/** A message's id. */
export const MessageId = Int64.pipe(Schema.brand("MessageId"))
export type MessageId = typeof MessageId.Type

/**
 * The sender's type: PARTNER is the shop, CUSTOMER the buyer, MARKET the marketplace's automatic messages, SUPPORT its
 * staff. Any other value becomes UNKNOWN: such messages are counted but not checked.
 */
export const Sender = Schema.Literal("PARTNER", "CUSTOMER", "MARKET", "SUPPORT", "UNKNOWN")
export type Sender = typeof Sender.Type

/** One message of a chat. */
export class Message extends Schema.Class<Message>("chatlint/Message")({
  id: MessageId,
  /** When it was written, in milliseconds since the epoch; none if the marketplace's date is unreadable. */
  at: Schema.OptionFromSelf(Schema.Number),
  sender: Sender,
  /** The original text; empty for a sticker or a file without text. */
  text: Schema.String,
  /** The names of the attached files. */
  files: Schema.Array(Schema.String)
}) {}

/** Compares int64 ids given as decimal digits: negative if `left` is smaller. */
export const compareMessageIds = (left: string, right: string): number =>
  left.length - right.length || (left < right ? -1 : left > right ? 1 : 0)
