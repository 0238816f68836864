import type { Sender } from "../domain/Message.ts"

/** A message, reduced to what the engine needs. */
export interface ConversationMessage {
  readonly sender: Sender
  readonly text: string
  /** When it was written, in milliseconds since the epoch. */
  readonly at?: number | undefined
  /** The names of attached files. Each is checked separately, for certain contacts and for the phrases of rules. */
  readonly files?: ReadonlyArray<string> | undefined
}

/** Messages in the order in which they were written, with their context. */
export interface Conversation {
  readonly messages: ReadonlyArray<ConversationMessage>
  /** The country for numbers without a country code: ISO 3166-1 alpha-2. RU if it is absent or unknown. */
  readonly region?: string | undefined
  /** The ids of the order and the chat, as digits; these are never phones. */
  readonly knownNumbers?: ReadonlySet<string> | undefined
  /** Masked in all output. */
  readonly customerName?: string | undefined
}

export const defaultRegion = "RU"

/**
 * The number of neighbouring messages on each side that can affect a message. To judge new messages, pass this many old
 * ones with them.
 */
export const conversationWindow = 10
