import type { Json } from "./Json.ts"
import type { ShopChat, ShopContext, ShopMessage } from "./Shop.ts"

export const contextJson = ({ type, customer, campaignId, orderId, returnId }: ShopContext): Json => ({
  type,
  customer: customer && { name: customer.name, publicId: customer.publicId },
  campaignId,
  orderId,
  returnId
})

/** Without the deprecated `orderId` beside `context`, which was due to be removed on 12 or 19 October 2026. */
export const chatJson = ({ chatId, context, type, status, createdAt, updatedAt }: ShopChat): Json => ({
  chatId,
  context: contextJson(context),
  type,
  status,
  createdAt,
  updatedAt
})

export const messageJson = ({ messageId, createdAt, sender, message, payload }: ShopMessage) => ({
  messageId,
  createdAt,
  sender,
  message,
  payload: payload?.map(({ name, url, size }) => ({ name, url, size }))
})
