/**
 * A scope of an API key, as POST /v2/auth/token spells it. The first three are those that let a program read chats;
 * the API has many more, and a key with none of the three is what a test of a lacking scope needs.
 */
export type Scope = "COMMUNICATION" | "ALL_METHODS" | "ALL_METHODS_READ_ONLY" | (string & {})

/** One shop of the cabinet, as GET /v2/campaigns tells of it. */
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

/** One chat as the list of chats shows it. Dates are written as the API writes them: ISO 8601 with an offset. */
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

/** One message. Neither text nor files: a sticker, or so it is guessed; the API does not document how one looks. */
export interface ShopMessage {
  readonly messageId: bigint
  readonly createdAt: string
  readonly sender: string
  readonly message?: string
  readonly payload?: ReadonlyArray<ShopFile>
  /** The rules that this message breaks, for those who compare. It is never sent. */
  readonly breaks?: ReadonlyArray<string>
}

/** One chat and all that was ever written in it, oldest first, with ascending ids. */
export interface ShopHistory {
  readonly chat: ShopChat
  readonly messageCount: number
  readonly messages: (offset: number, limit: number) => ReadonlyArray<ShopMessage>
}

/**
 * A cabinet with its chats, read by position, so that a shop may be kept in memory or made up on demand. The order of
 * `chats` is the order in which the sandbox lists them.
 */
export interface Shop {
  readonly businessId: bigint
  readonly name: string
  /** The one secret of the cabinet: good both as `Api-Key: …` and as `Authorization: Bearer …`. */
  readonly apiKey: string
  readonly scopes: ReadonlyArray<Scope>
  readonly campaigns: ReadonlyArray<ShopCampaign>
  readonly chatCount: number
  readonly chats: (offset: number, limit: number) => ReadonlyArray<ShopChat>
  readonly history: (chatId: bigint) => ShopHistory | undefined
}
