import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { Token } from "../../text/Token.ts"
import type { Conversation } from "../Conversation.ts"
import type { BuyerWords } from "./BuyerWords.ts"
import { isNearInTime, type ShopMessage } from "./ShopMessage.ts"

/** The maximum number of messages that the shop adds before the buyer answers. */
const mostGoneOn = 2

/** The words of the shop and the buyer around a message. Messages of MARKET and SUPPORT are ignored. */
export class TalkWords {
  private readonly conversation: Conversation
  private readonly byIndex: ReadonlyMap<number, ShopMessage>
  private readonly buyer: BuyerWords

  constructor(conversation: Conversation, shop: ReadonlyArray<ShopMessage>, buyer: BuyerWords) {
    this.conversation = conversation
    this.byIndex = new Map(shop.map((message) => [message.index, message]))
    this.buyer = buyer
  }

  /** The words of the message at `index` of the conversation, if it is near `message` in time. */
  read(index: number, message: ShopMessage): ClassifiedTokens | undefined {
    const { sender, at } = this.conversation.messages[index] ?? {}
    if (!isNearInTime(at, message.at)) return undefined
    return sender === "CUSTOMER" ? this.buyer.read(index) : this.byIndex.get(index)?.judgement.phrases.text
  }

  /**
   * Whether the buyer answers the shop's message at `index` with a number that cannot be dialled. The shop may have
   * added a message or two ("пришлите номер", "аппарата, он под крышкой").
   */
  isAnsweredWithOtherNumber(index: number): boolean {
    for (let next = index + 1; next <= index + mostGoneOn + 1; next++) {
      const sender = this.conversation.messages[next]?.sender
      if (sender === "CUSTOMER") return this.buyer.givesOtherNumber(next)
      if (sender !== "PARTNER") return false
    }
    return false
  }

  /** The words of the messages from `first` to `last` as one text, with the index of the message of each word. */
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

/** The words of several consecutive messages. */
export interface TalkStretch {
  readonly text: ClassifiedTokens
  readonly holders: ReadonlyArray<number>
}
