import type { Shop } from "../../src/sandbox/Shop.ts"

/** A rule that a message of a shop is known to break. */
export interface PlantedViolation {
  readonly chatId: bigint
  readonly messageId: bigint
  readonly rule: string
  readonly text: string
}

const pageSize = 100

/** The violations that a scan of the shop should find, chat by chat, in the order of the list. */
export function* plantedViolations(shop: Shop): Generator<PlantedViolation> {
  for (let first = 0; first < shop.chatCount; first += pageSize) {
    for (const { chatId } of shop.chats(first, pageSize)) {
      const history = shop.history(chatId)
      for (let offset = 0; history !== undefined && offset < history.messageCount; offset += pageSize) {
        for (const { messageId, message, breaks } of history.messages(offset, pageSize)) {
          for (const rule of breaks ?? []) yield { chatId, messageId, rule, text: message ?? "" }
        }
      }
    }
  }
}
