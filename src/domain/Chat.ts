import { Schema } from "effect"
import { Int64 } from "./Int64.ts"

/** A chat's id. */
export const ChatId = Int64.pipe(Schema.brand("ChatId"))
export type ChatId = typeof ChatId.Type

/**
 * What a chat is about. `type` is ORDER, RETURN or DIRECT today; the marketplace's lists of values grow, so any
 * string is let through. A DIRECT chat, which a buyer starts with a question about goods, has no order.
 */
export class ChatContext extends Schema.Class<ChatContext>("chatlint/ChatContext")({
  type: Schema.String,
  orderId: Schema.OptionFromSelf(Schema.String),
  customerName: Schema.OptionFromSelf(Schema.String)
}) {}

/** One chat as the list of chats describes it. */
export class Chat extends Schema.Class<Chat>("chatlint/Chat")({
  id: ChatId,
  context: ChatContext,
  /** The instant of the last message, in milliseconds since the epoch; none when the marketplace did not tell. */
  updatedAt: Schema.OptionFromSelf(Schema.Number)
}) {}
