import { type KeptChat, memoryShop } from "../../src/sandbox/memoryShop.ts"
import type { Shop, ShopMessage } from "../../src/sandbox/Shop.ts"

const begins = Date.parse("2026-10-01T09:00:00Z")

/** The date of the message at an index of a chat. */
export const dateAt = (place: number): string => `${new Date(begins + place * 60_000).toISOString().slice(0, 19)}Z`

/** The id of the message at an index of a chat: beyond the range of a JavaScript number. */
export const messageIdAt = (place: number): bigint => 9_007_199_254_740_993n + BigInt(place)

/** A phone number that depends on the index. */
export const phoneAt = (place: number): string => `+7 926 555-${String(1000 + place).replace(/(..)(..)/, "$1-$2")}`

/** A chat of the given number of messages; the shop sends a phone number at the given indexes. */
export const chatWithPhones = (chatId: bigint, count: number, places: ReadonlyArray<number>): KeptChat => ({
  chat: {
    chatId,
    context: { type: "ORDER", customer: { name: "Анна К." }, campaignId: 2001n, orderId: 53_600_000_001n },
    type: "CHAT",
    status: "FINISHED",
    createdAt: dateAt(0),
    updatedAt: dateAt(count - 1)
  },
  messages: Array.from(
    { length: count },
    (_, place): ShopMessage => ({
      messageId: messageIdAt(place),
      createdAt: dateAt(place),
      sender: places.includes(place) || place % 2 === 1 ? "PARTNER" : "CUSTOMER",
      message: places.includes(place) ? `Номер курьера: ${phoneAt(place)}` : "Спасибо, всё в порядке"
    })
  )
})

/** A shop with these chats. */
export const shopOf = (...chats: ReadonlyArray<KeptChat>): Shop => memoryShop({ chats })

/** The same chat with another date, which may be invalid. */
export const dated = (kept: KeptChat, updatedAt: string): KeptChat => ({ ...kept, chat: { ...kept.chat, updatedAt } })
