/**
 * A scope of an API key, as POST /v2/auth/token spells it. Each of these three lets a program read chats. The API has
 * many more; a key with only others is for tests of missing scopes.
 */
export type Scope = "COMMUNICATION" | "ALL_METHODS" | "ALL_METHODS_READ_ONLY" | (string & {})

/** One shop of the cabinet, as GET /v2/campaigns describes it. */
export interface ShopCampaign {
  readonly id: bigint
  readonly domain: string
  readonly placementType: string
}

/** What a chat is about. A DIRECT chat, which the buyer starts with a question about goods, has no order. */
export interface ShopContext {
  readonly type: string
  readonly customer?: { readonly name?: string; readonly publicId?: string }
  readonly campaignId?: bigint
  readonly orderId?: bigint
  readonly returnId?: bigint
}

/** One chat as described in the list. Dates have the API's form: ISO 8601 with an offset. */
export interface ShopChat {
  readonly chatId: bigint
  readonly context: ShopContext
  readonly type: string
  readonly status: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** A file attached to a message. */
export interface ShopFile {
  readonly name: string
  readonly url: string
  readonly size: number
}

/** One message. Without text and files it stands for a sticker, whose form the API does not document. */
export interface ShopMessage {
  readonly messageId: bigint
  readonly createdAt: string
  readonly sender: string
  readonly message?: string
  readonly payload?: ReadonlyArray<ShopFile>
  /** The rules that the message breaks, for comparison in tests. Never sent. */
  readonly breaks?: ReadonlyArray<string>
}

/** One chat and all its messages, oldest first, with ascending ids. */
export interface ShopHistory {
  readonly chat: ShopChat
  readonly messageCount: number
  readonly messages: (offset: number, limit: number) => ReadonlyArray<ShopMessage>
}

/**
 * A cabinet with its chats, accessed by position so that a shop can be stored in memory or generated on demand. The
 * sandbox lists `chats` in their order.
 */
export interface Shop {
  readonly businessId: bigint
  readonly name: string
  /** The secret of the cabinet, valid both as `Api-Key: …` and as `Authorization: Bearer …`. */
  readonly apiKey: string
  readonly scopes: ReadonlyArray<Scope>
  readonly campaigns: ReadonlyArray<ShopCampaign>
  readonly chatCount: number
  readonly chats: (offset: number, limit: number) => ReadonlyArray<ShopChat>
  readonly history: (chatId: bigint) => ShopHistory | undefined
}
