import type { Sender } from "../domain/Message.ts"

/** One message as the engine needs it. */
export interface ConversationMessage {
  readonly sender: Sender
  readonly text: string
  /** When it was written, in milliseconds since the epoch. */
  readonly at?: number | undefined
  /** The names of the attached files: judged like text, each by itself, for what is surely a contact or one of a rule's phrases. */
  readonly files?: ReadonlyArray<string> | undefined
}

/** Messages in the order in which they were written, with what is known about them. */
export interface Conversation {
  readonly messages: ReadonlyArray<ConversationMessage>
  /** The country in which a number without a country code is read: ISO 3166-1 alpha-2, RU if it is absent or unknown. */
  readonly region?: string | undefined
  /** Ids of the order and of the chat, as digits: they are never phones. */
  readonly knownNumbers?: ReadonlySet<string> | undefined
  /** Masked wherever it is shown. */
  readonly customerName?: string | undefined
}

export const defaultRegion = "RU"

/**
 * How many neighbouring messages on each side can matter to a message. Who judges new messages gives this many of the
 * old ones with them.
 */
export const conversationWindow = 10
