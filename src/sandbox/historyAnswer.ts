import { type Answer, jsonAnswer, result } from "./Answer.ts"
import type { Json } from "./Json.ts"
import type { ChatHabit } from "./SandboxOptions.ts"
import type { ShopContext, ShopMessage } from "./Shop.ts"
import { contextJson, messageJson } from "./shopJson.ts"

/** A page of a history, before serialization. */
export interface HistoryPage {
  readonly context: ShopContext
  readonly messages: ReadonlyArray<ShopMessage>
  readonly nextPageToken: string | undefined
}

type MessageJson = ReturnType<typeof messageJson>

/** Applies a habit to the first message of a page, or to all of them. */
const oddMessages = (messages: ReadonlyArray<MessageJson>, habit: ChatHabit | undefined): Json => {
  const [first, ...others] = messages
  if (first === undefined) return []
  switch (habit) {
    case "messages-object":
      return { 0: first }
    case "null-message":
      return [null, ...others]
    case "no-message-id":
      return [{ ...first, messageId: undefined }, ...others]
    case "no-sender":
      return [{ ...first, sender: undefined }, ...others]
    case "text-number":
      return [{ ...first, message: 89_000_001_122 }, ...others]
    case "null-payload":
      return messages.map((message) => ({ ...message, payload: null }))
    // The example in the reference of getChatHistory has "payload":[null].
    case "null-payload-item":
      return messages.map((message) => ({ ...message, payload: [null] }))
    case "null-text":
      return [{ ...first, message: null }, ...others]
    case "unknown-sender":
      return [{ ...first, sender: "COURIER" }, ...others]
    // CHAT_MESSAGE_SENT has the message's id as a string, so the history might have it too one day.
    case "text-id":
      return messages.map((message) => ({ ...message, messageId: String(message.messageId) }))
    case "bad-date":
      return [{ ...first, createdAt: "вчера" }, ...others]
    case "extra-fields":
      return messages.map((message) => ({ ...message, editedAt: null, reactions: [{ emoji: "👍", count: 1 }] }))
    default:
      return messages
  }
}

const pagingOf = (token: string | undefined, habit: ChatHabit | undefined): Json => {
  if (habit === "next-page-token-number") return { nextPageToken: 2342 }
  if (token !== undefined) return { nextPageToken: token }
  if (habit === "empty-page-token") return { nextPageToken: "" }
  if (habit === "null-page-token") return { nextPageToken: null }
  return {}
}

/** Serializes a page as the API does, modified by the chat's habit. */
export const historyAnswer = (page: HistoryPage, habit: ChatHabit | undefined): Answer => {
  const messages = page.messages.map(messageJson)
  const context = contextJson(page.context)
  const paging = pagingOf(page.nextPageToken, habit)
  switch (habit) {
    case "not-json":
      return { ...result({ context, messages, paging }), body: "<html><body>Доступ ограничен</body></html>" }
    case "empty-body":
      return { ...result({}), body: "" }
    case "status-error":
      return jsonAnswer(200, {
        status: "ERROR",
        errors: [{ code: "INTERNAL_SERVER_ERROR", message: "Try again later" }]
      })
    case "no-result":
      return jsonAnswer(200, { status: "OK" })
    case "no-messages":
      return result({ context, paging })
    case "old-order-id":
      return result({ orderId: page.context.orderId, context, messages, paging })
    default:
      return result({ context, messages: oddMessages(messages, habit), paging })
  }
}
