import type { DemoChat } from "./demoChats/DemoChat.ts"
import { directChats } from "./demoChats/directChats.ts"
import { longChat } from "./demoChats/longChat.ts"
import { orderChats } from "./demoChats/orderChats.ts"
import { returnChats } from "./demoChats/returnChats.ts"
import { type KeptChat, memoryShop } from "./memoryShop.ts"
import { moscowTime } from "./moscowTime.ts"
import type { Shop, ShopContext, ShopMessage } from "./Shop.ts"

const minute = 60_000
const campaignId = 148_000_001n

/** A listed chat of the demo whose history answers 404. */
export const vanishedChatId = 14_604_737n

const contextOf = ({ about, customer }: DemoChat): ShopContext => {
  const buyer = { customer: { name: customer } }
  switch (about.type) {
    case "DIRECT":
      return { type: "DIRECT", ...buyer }
    case "ORDER":
      return { type: "ORDER", ...buyer, campaignId, orderId: about.orderId }
    case "RETURN":
      return { type: "RETURN", ...buyer, campaignId, orderId: about.orderId, returnId: about.returnId }
  }
}

/** Pauses of 2 to 40 minutes between messages, computed from the position so that the dates are fixed. */
const minutesBefore = (position: number): number => (position === 0 ? 0 : 2 + ((position * 17) % 39))

const keptChat = (entry: DemoChat): KeptChat => {
  let instant = Date.parse(entry.begins)
  const messages = entry.messages.map((content, position): ShopMessage => {
    instant += minutesBefore(position) * minute
    return {
      messageId: BigInt(instant) * 1_000n + (entry.chatId % 1_000n),
      createdAt: moscowTime(instant),
      ...content
    }
  })
  return {
    chat: {
      chatId: entry.chatId,
      context: contextOf(entry),
      type: entry.type ?? "CHAT",
      status: entry.status ?? "FINISHED",
      createdAt: entry.begins,
      updatedAt: moscowTime(instant)
    },
    messages
  }
}

/** The shop «Дом и лад»: home goods, 40 chats of October and November 2026, written by hand. */
export const demoShop: Shop = memoryShop({
  businessId: 1001n,
  name: "Дом и лад",
  apiKey: "ACMA:demo-key-of-the-sandbox-not-a-real-one:00000000",
  scopes: ["ALL_METHODS_READ_ONLY"],
  campaigns: [{ id: campaignId, domain: "Дом и лад", placementType: "FBS" }],
  chats: [...orderChats, ...returnChats, ...directChats, longChat]
    .map(keptChat)
    .sort((left, right) => Date.parse(right.chat.updatedAt) - Date.parse(left.chat.updatedAt))
})
