import { moscowTime } from "../../src/sandbox/moscowTime.ts"
import type { Shop, ShopChat, ShopMessage } from "../../src/sandbox/Shop.ts"
import { seededRandom } from "../../src/sandbox/seededRandom.ts"
import { customerText, harmlessText, violatingText } from "./generatedTexts.ts"

/** Options of a generated shop. */
export interface GeneratedShopOptions {
  readonly seed: number
  readonly chats: number
  /** The share of the shop's own messages that break a rule; 0.01 by default. */
  readonly violatingShare?: number
  /** Added to every chat and message id. 2n ** 53n makes ids that a JavaScript number cannot represent. */
  readonly idsAbove?: bigint
  readonly businessId?: bigint
  readonly apiKey?: string
}

const minute = 60_000
const firstDay = Date.parse("2026-10-01T00:00:00+03:00")
const daysOfBeginnings = 30

/** Most chats are short; three in a hundred need several pages. */
const drawMessageCount = (random: () => number): number => {
  const [kind, size] = [random(), random()]
  if (kind < 0.03) return 100 + Math.floor(size * 301)
  if (kind < 0.12) return 16 + Math.floor(size * 45)
  return 3 + Math.floor(size * 13)
}

/**
 * A shop of any size that stores nothing: each chat and message is generated on demand from the seed and its position,
 * always the same.
 */
export const generatedShop = (options: GeneratedShopOptions): Shop => {
  const { seed, chats: chatCount, violatingShare = 0.01, idsAbove = 0n } = options
  const firstChatId = idsAbove + 14_600_001n
  const campaignId = 148_000_001n

  /** The properties of the chat at a position of the list, from which all others are derived. */
  const outline = (index: number) => {
    const random = seededRandom(seed, index)
    const messageCount = drawMessageCount(random)
    const begins = firstDay + Math.floor(random() * daysOfBeginnings * 24 * 60) * minute
    const step = Math.floor(2 + random() * 38) * minute
    return { messageCount, begins, step, kind: random(), customer: 1 + Math.floor(random() * 9_999) }
  }

  const instantOf = (index: number, { begins, step }: { begins: number; step: number }, position: number): number =>
    // Each message stays within its own step, so times are ascending whatever the random numbers.
    begins + position * step + Math.floor(seededRandom(seed, index, position)() * (step - 1_000))

  const chatAt = (index: number): ShopChat => {
    const drawn = outline(index)
    const order = { campaignId, orderId: 53_600_000_000n + BigInt(index) }
    const customer = { name: `Покупатель ${drawn.customer}`, publicId: `buyer${drawn.customer}` }
    return {
      chatId: firstChatId + BigInt(index),
      context:
        drawn.kind < 0.2
          ? { type: "DIRECT", customer }
          : drawn.kind < 0.35
            ? { type: "RETURN", customer, ...order, returnId: 900_000n + BigInt(index) }
            : { type: "ORDER", customer, ...order },
      type: drawn.kind > 0.97 ? "ARBITRAGE" : "CHAT",
      status: drawn.kind > 0.6 ? "FINISHED" : "WAITING_FOR_CUSTOMER",
      createdAt: moscowTime(drawn.begins),
      updatedAt: moscowTime(instantOf(index, drawn, drawn.messageCount - 1))
    }
  }

  const messageAt = (index: number, drawn: ReturnType<typeof outline>, position: number): ShopMessage => {
    const instant = instantOf(index, drawn, position)
    const random = seededRandom(seed, index, position, 1)
    const common = {
      // Like real ones, message ids look like microseconds since the epoch.
      messageId: idsAbove + BigInt(instant) * 1_000n + BigInt(Math.floor(random() * 1_000)),
      createdAt: moscowTime(instant)
    }
    const who = position === 0 ? 0 : random()
    if (who < 0.45) {
      if (random() > 0.03) return { ...common, sender: "CUSTOMER", message: customerText(random) }
      return { ...common, sender: "CUSTOMER" }
    }
    if (who < 0.48)
      return { ...common, sender: "SUPPORT", message: "Здравствуйте! Это поддержка Маркета, мы подключились." }
    if (random() >= violatingShare) return { ...common, sender: "PARTNER", message: harmlessText(random) }
    const { text, breaks } = violatingText(random)
    return { ...common, sender: "PARTNER", message: text, breaks }
  }

  return {
    businessId: options.businessId ?? 1001n,
    name: "Дом и лад",
    apiKey: options.apiKey ?? "ACMA:sandbox:00000000",
    scopes: ["ALL_METHODS_READ_ONLY"],
    campaigns: [{ id: campaignId, domain: "Дом и лад", placementType: "FBS" }],
    chatCount,
    chats: (offset, limit) =>
      Array.from({ length: Math.max(0, Math.min(limit, chatCount - offset)) }, (_, place) => chatAt(offset + place)),
    history: (chatId) => {
      const index = Number(chatId - firstChatId)
      if (index < 0 || index >= chatCount) return undefined
      const drawn = outline(index)
      const { messageCount } = drawn
      return {
        chat: chatAt(index),
        messageCount,
        messages: (offset, limit) =>
          Array.from({ length: Math.max(0, Math.min(limit, messageCount - offset)) }, (_, place) =>
            messageAt(index, drawn, offset + place)
          )
      }
    }
  }
}
