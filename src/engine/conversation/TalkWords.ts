import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { Token } from "../../text/Token.ts"
import type { Conversation } from "../Conversation.ts"
import type { BuyerWords } from "./BuyerWords.ts"
import { isNearInTime, type ShopMessage } from "./ShopMessage.ts"

/** So many messages the shop may add before the buyer answers. */
const mostGoneOn = 2

/** What the shop and the buyer said around a message. What MARKET and SUPPORT write belongs to no talk. */
export class TalkWords {
  private readonly conversation: Conversation
  private readonly byIndex: ReadonlyMap<number, ShopMessage>
  private readonly buyer: BuyerWords

  constructor(conversation: Conversation, shop: ReadonlyArray<ShopMessage>, buyer: BuyerWords) {
    this.conversation = conversation
    this.byIndex = new Map(shop.map((message) => [message.index, message]))
    this.buyer = buyer
  }

  /** The words of the message with this index in the conversation, if it was written in one sitting with `message`. */
  read(index: number, message: ShopMessage): ClassifiedTokens | undefined {
    const { sender, at } = this.conversation.messages[index] ?? {}
    if (!isNearInTime(at, message.at)) return undefined
    return sender === "CUSTOMER" ? this.buyer.read(index) : this.byIndex.get(index)?.judgement.phrases.text
  }

  /**
   * Whether the buyer answers the shop's message with this index with a number that is none to dial; the shop may have gone on for a message
   * or two ("пришлите номер", "аппарата, он под крышкой").
   */
  isAnsweredWithOtherNumber(index: number): boolean {
    for (let next = index + 1; next <= index + mostGoneOn + 1; next++) {
      const sender = this.conversation.messages[next]?.sender
      if (sender === "CUSTOMER") return this.buyer.givesOtherNumber(next)
      if (sender !== "PARTNER") return false
    }
    return false
  }

  /** The words of the messages from `first` to `last`, as one text, and for each word the index of its message. */
  readOn(first: number, last: number, message: ShopMessage): TalkStretch {
    const tokens: Array<Token> = []
    const symbols: Array<number> = []
    const ends: Array<number> = []
    const holders: Array<number> = []
    for (let index = first; index <= last; index++) {
      const words = this.read(index, message)
      if (words === undefined) continue
      const sentence = (tokens.at(-1)?.sentence ?? -1) + 1
      for (const token of words.tokens) {
        tokens.push({ ...token, sentence: token.sentence + sentence })
        holders.push(index)
      }
      for (const symbol of words.symbols) symbols.push(symbol)
      for (const end of words.ends) ends.push(end)
    }
    const { vocabulary } = message.judgement.phrases.text
    return { text: { tokens, symbols, ends: Uint8Array.from(ends), vocabulary }, holders }
  }
}

/** What several messages say one after the other. */
export interface TalkStretch {
  readonly text: ClassifiedTokens
  readonly holders: ReadonlyArray<number>
}
