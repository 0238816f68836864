import type { Shop } from "../../src/sandbox/Shop.ts"

/** The size of a shop, and the minimum of requests for reading it. */
export interface ShopTotals {
  readonly chats: number
  readonly messages: number
  readonly leastListRequests: number
  readonly leastHistoryRequests: number
  readonly leastRequests: number
}

// The maximum page sizes of getChats and getChatHistory.
const chatsOnAPage = 20
const messagesOnAPage = 100

/** Walks the whole shop once. An empty list and an empty chat cost one request each. */
export const shopTotals = (shop: Shop): ShopTotals => {
  let messages = 0
  let leastHistoryRequests = 0
  for (let offset = 0; offset < shop.chatCount; offset += chatsOnAPage) {
    for (const { chatId } of shop.chats(offset, chatsOnAPage)) {
      const count = shop.history(chatId)?.messageCount ?? 0
      messages += count
      leastHistoryRequests += Math.max(1, Math.ceil(count / messagesOnAPage))
    }
  }
  const leastListRequests = Math.max(1, Math.ceil(shop.chatCount / chatsOnAPage))
  return {
    chats: shop.chatCount,
    messages,
    leastListRequests,
    leastHistoryRequests,
    leastRequests: leastListRequests + leastHistoryRequests
  }
}
