import type { Shop, ShopChat, ShopMessage } from "./Shop.ts"

/** A chat with its messages, oldest first. */
export interface KeptChat {
  readonly chat: ShopChat
  readonly messages: ReadonlyArray<ShopMessage>
}

/** The fields of a shop in memory; all but the chats have defaults. */
export interface MemoryShopOptions extends Partial<Omit<Shop, "chatCount" | "chats" | "history">> {
  readonly chats: ReadonlyArray<KeptChat>
}

/** Makes a shop whose chats are stored in memory and listed in the given order. */
export const memoryShop = (options: MemoryShopOptions): Shop => {
  const kept = new Map(options.chats.map((entry) => [entry.chat.chatId, entry]))
  return {
    businessId: options.businessId ?? 1001n,
    name: options.name ?? "Магазин",
    apiKey: options.apiKey ?? "ACMA:sandbox:00000000",
    scopes: options.scopes ?? ["ALL_METHODS_READ_ONLY"],
    campaigns: options.campaigns ?? [{ id: 2001n, domain: "Магазин", placementType: "FBS" }],
    chatCount: options.chats.length,
    chats: (offset, limit) => options.chats.slice(offset, offset + limit).map((entry) => entry.chat),
    history: (chatId) => {
      const entry = kept.get(chatId)
      return (
        entry && {
          chat: entry.chat,
          messageCount: entry.messages.length,
          messages: (offset, limit) => entry.messages.slice(offset, offset + limit)
        }
      )
    }
  }
}
