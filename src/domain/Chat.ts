import { Schema } from "effect"
import { Int64 } from "./Int64.ts"

/** A chat's id. */
export const ChatId = Int64.pipe(Schema.brand("ChatId"))
export type ChatId = typeof ChatId.Type

/**
 * What a chat is about. `type` is currently ORDER, RETURN or DIRECT; any string is accepted, because the marketplace's
 * enumerations grow. A DIRECT chat, which a buyer starts with a question about goods, has no order.
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
  /**
   * When the last message was written, in milliseconds since the epoch; none if the marketplace gave no readable date.
   */
  updatedAt: Schema.OptionFromSelf(Schema.Number)
}) {}
