import type { Conversation } from "../Conversation.ts"
import type { MessageJudgement } from "../message/judgeMessage.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import { BuyerWords } from "./BuyerWords.ts"
import { type ShopMessage, shopMessages } from "./ShopMessage.ts"
import { TalkWords } from "./TalkWords.ts"

/** A conversation as the passes over its messages see it. */
export interface Talk {
  readonly ruleSet: RuleSet
  readonly conversation: Conversation
  /** The shop's messages that hold words. */
  readonly shop: ReadonlyArray<ShopMessage>
  /** Where each of them stands among them, by its index in the conversation. */
  readonly positions: ReadonlyMap<number, number>
  readonly buyer: BuyerWords
  readonly words: TalkWords
}

/** @param judgements those of the messages by their indices, none for what others wrote. */
export const talkOf = (
  ruleSet: RuleSet,
  conversation: Conversation,
  judgements: ReadonlyArray<MessageJudgement | undefined>
): Talk => {
  const shop = shopMessages(ruleSet, conversation, judgements)
  const buyer = new BuyerWords(conversation, ruleSet)
  return {
    ruleSet,
    conversation,
    shop,
    positions: new Map(shop.map(({ index }, position) => [index, position])),
    buyer,
    words: new TalkWords(conversation, shop, buyer)
  }
}
