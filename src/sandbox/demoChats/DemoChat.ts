import type { ShopFile, ShopMessage } from "../Shop.ts"

/** A message without its place in time. */
export type Saying = Omit<ShopMessage, "messageId" | "createdAt">

/** A chat of the demo, as it is written by hand. Message times follow from `begins`. */
export interface DemoChat {
  readonly chatId: bigint
  readonly customer: string
  readonly about:
    | { readonly type: "ORDER"; readonly orderId: bigint }
    | { readonly type: "RETURN"; readonly orderId: bigint; readonly returnId: bigint }
    | { readonly type: "DIRECT" }
  readonly begins: string
  readonly type?: "CHAT" | "ARBITRAGE"
  readonly status?: string
  readonly said: ReadonlyArray<Saying>
}

export const customer = (message: string): Saying => ({ sender: "CUSTOMER", message })

/** What the shop wrote, and the rules that it breaks with it. */
export const partner = (message: string, ...breaks: ReadonlyArray<string>): Saying =>
  breaks.length === 0 ? { sender: "PARTNER", message } : { sender: "PARTNER", message, breaks }

export const support = (message: string): Saying => ({ sender: "SUPPORT", message })

/**
 * The automatic warning of the marketplace, word for word: the note to ChatMessageSenderType in the reference of getChatHistory
 * (https://yandex.ru/dev/market/partner-api/doc/ru/reference/chats/getChatHistory.md, 2026-09-22).
 */
export const marketWarning: Saying = {
  sender: "MARKET",
  message:
    "Пожалуйста, не запрашивайте у покупателей контакты, не присылайте ссылки на другие сайты. Мы видим переписку и скрываем товары с витрины, когда правила общения в чатах нарушаются."
}

/** Neither text nor file: how a sticker may look. */
export const sticker = (sender: "CUSTOMER" | "PARTNER"): Saying => ({ sender })

export const file = (sender: "CUSTOMER" | "PARTNER", name: string, size: number, message?: string): Saying => {
  // The host at which attachments were seen to lie.
  const payload: ReadonlyArray<ShopFile> = [
    { name, size, url: `https://files.messenger.yandex.net/file/demo/${encodeURIComponent(name)}` }
  ]
  return message === undefined ? { sender, payload } : { sender, message, payload }
}
