import type { Conversation } from "../Conversation.ts"
import type { MessageJudgement } from "../message/judgeMessage.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import { BuyerWords } from "./BuyerWords.ts"
import { type ShopMessage, shopMessages } from "./ShopMessage.ts"
import { TalkWords } from "./TalkWords.ts"

/** A conversation as seen by the passes over its messages. */
export interface Talk {
  readonly ruleSet: RuleSet
  readonly conversation: Conversation
  /** The shop's messages with text. */
  readonly shop: ReadonlyArray<ShopMessage>
  /** Their positions in `shop`, by index in the conversation. */
  readonly positions: ReadonlyMap<number, number>
  readonly buyer: BuyerWords
  readonly words: TalkWords
}

/** @param judgements the judgements of the shop's messages, by index. */
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
