import type { KeptChat } from "../../src/sandbox/memoryShop.ts"
import type { Shop, ShopChat, ShopHistory, ShopMessage } from "../../src/sandbox/Shop.ts"

/** A shop that can change between two runs or during one. */
export interface MutableShop extends Shop {
  /** Appends a message to a chat, updates the chat's `updatedAt`, and returns the message. */
  readonly append: (chatId: bigint, message: Omit<ShopMessage, "messageId">) => ShopMessage
  /** Inserts a new chat at the front of the list, which moves every other chat by one place. */
  readonly addChat: (chat: KeptChat) => void
}

/** Overlays changes on a shop; only the changes are stored in memory. */
export const mutableShop = (base: Shop): MutableShop => {
  const added: Array<KeptChat> = []
  const appended = new Map<bigint, Array<ShopMessage>>()

  const current = (chat: ShopChat): ShopChat => {
    const last = appended.get(chat.chatId)?.at(-1)
    return last === undefined ? chat : { ...chat, updatedAt: last.createdAt }
  }

  const untouched = (chatId: bigint): ShopHistory | undefined => {
    const entry = added.find(({ chat }) => chat.chatId === chatId)
    if (entry === undefined) return base.history(chatId)
    return {
      chat: entry.chat,
      messageCount: entry.messages.length,
      messages: (offset, limit) => entry.messages.slice(offset, offset + limit)
    }
  }

  const history = (chatId: bigint): ShopHistory | undefined => {
    const before = untouched(chatId)
    const after = appended.get(chatId)
    if (before === undefined || after === undefined) return before
    const { messageCount } = before
    return {
      chat: current(before.chat),
      messageCount: messageCount + after.length,
      messages: (offset, limit) => [
        ...(offset < messageCount ? before.messages(offset, Math.min(limit, messageCount - offset)) : []),
        ...after.slice(Math.max(0, offset - messageCount), Math.max(0, offset + limit - messageCount))
      ]
    }
  }

  return {
    businessId: base.businessId,
    name: base.name,
    apiKey: base.apiKey,
    scopes: base.scopes,
    campaigns: base.campaigns,
    get chatCount() {
      return added.length + base.chatCount
    },
    chats: (offset, limit) => {
      const fromAdded = added.slice(offset, offset + limit).map(({ chat }) => chat)
      const fromBase = base.chats(Math.max(0, offset - added.length), limit - fromAdded.length)
      return [...fromAdded, ...fromBase].map(current)
    },
    history,
    append: (chatId, message) => {
      const known = history(chatId)
      if (known === undefined) throw new Error(`No chat ${chatId} to write in`)
      const [last] = known.messages(known.messageCount - 1, 1)
      // Like real ones, message ids are ascending and look like microseconds since the epoch.
      const microseconds = BigInt(Date.parse(message.createdAt)) * 1000n
      const least = last === undefined ? 1n : last.messageId + 1n
      const written = { ...message, messageId: microseconds > least ? microseconds : least }
      const list = appended.get(chatId)
      if (list === undefined) appended.set(chatId, [written])
      else list.push(written)
      return written
    },
    addChat: (chat) => {
      added.unshift(chat)
    }
  }
}
