import type { ShopFile, ShopMessage } from "../Shop.ts"

/** A message without its id and time. */
export type DemoMessage = Omit<ShopMessage, "messageId" | "createdAt">

/** A hand-written chat of the demo. Message times are computed from `begins`. */
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
  readonly messages: ReadonlyArray<DemoMessage>
}

export const customer = (message: string): DemoMessage => ({ sender: "CUSTOMER", message })

/** A message of the shop, and the rules that it breaks. */
export const partner = (message: string, ...breaks: ReadonlyArray<string>): DemoMessage =>
  breaks.length === 0 ? { sender: "PARTNER", message } : { sender: "PARTNER", message, breaks }

export const support = (message: string): DemoMessage => ({ sender: "SUPPORT", message })

/**
 * The marketplace's automatic warning, quoted from the note on ChatMessageSenderType in the reference of getChatHistory
 * (https://yandex.ru/dev/market/partner-api/doc/ru/reference/chats/getChatHistory.md, 2026-09-22).
 */
export const marketWarning: DemoMessage = {
  sender: "MARKET",
  message:
    "Пожалуйста, не запрашивайте у покупателей контакты, не присылайте ссылки на другие сайты. Мы видим переписку и скрываем товары с витрины, когда правила общения в чатах нарушаются."
}

/** A message without text and files, which is probably how the API represents a sticker. */
export const sticker = (sender: "CUSTOMER" | "PARTNER"): DemoMessage => ({ sender })

export const file = (sender: "CUSTOMER" | "PARTNER", name: string, size: number, message?: string): DemoMessage => {
  // The observed host of attachments.
  const payload: ReadonlyArray<ShopFile> = [
    { name, size, url: `https://files.messenger.yandex.net/file/demo/${encodeURIComponent(name)}` }
  ]
  return message === undefined ? { sender, payload } : { sender, message, payload }
}
