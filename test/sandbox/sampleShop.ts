import { type KeptChat, memoryShop } from "../../src/sandbox/memoryShop.ts"
import type { Shop, ShopMessage } from "../../src/sandbox/Shop.ts"

const begins = Date.parse("2026-10-01T09:00:00Z")

const dateAt = (position: number): string => `${new Date(begins + position * 60_000).toISOString().slice(0, 19)}Z`

/** The id of the message at a position in a sample chat, counted from the oldest, 0. */
export const sampleMessageId = (position: number): bigint => 9_007_199_254_740_993n + BigInt(position)

/** A chat whose messages name their positions: m0, m1 and so on. */
export const sampleChat = (chatId: bigint, messageCount: number): KeptChat => ({
  chat: {
    chatId,
    context: { type: "ORDER", customer: { name: "Анна К." }, campaignId: 2001n, orderId: 53_600_000_001n },
    type: "CHAT",
    status: "FINISHED",
    createdAt: dateAt(0),
    updatedAt: dateAt(Math.max(0, messageCount - 1))
  },
  messages: Array.from(
    { length: messageCount },
    (_, position): ShopMessage => ({
      messageId: sampleMessageId(position),
      createdAt: dateAt(position),
      sender: position % 2 === 0 ? "CUSTOMER" : "PARTNER",
      message: `m${position}`
    })
  )
})

/** A shop of business 1001 with chats 1, 2, 3 … that have the given numbers of messages. */
export const sampleShop = (...messageCounts: ReadonlyArray<number>): Shop =>
  memoryShop({ chats: messageCounts.map((count, index) => sampleChat(BigInt(index + 1), count)) })
