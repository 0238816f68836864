import type { ClassifiedTokens } from "../../detect/ClassifiedTokens.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { readMessage } from "../MessageReading.ts"
import type { RuleSet } from "../RuleSet.ts"

/** A longer message tells a story. In UTF-16 units. */
const longestRead = 600

/** The buyer's messages, each read when a message of the shop seems to answer it, and once. They are never judged. */
export class BuyerWords {
  private readonly words = new Map<number, ClassifiedTokens>()
  private readonly conversation: Conversation
  private readonly ruleSet: RuleSet

  constructor(conversation: Conversation, ruleSet: RuleSet) {
    this.conversation = conversation
    this.ruleSet = ruleSet
  }

  /** `index` is that of the message in the conversation. */
  read(index: number): ClassifiedTokens {
    const seen = this.words.get(index)
    if (seen !== undefined) return seen
    const { text = "" } = this.conversation.messages[index] ?? {}
    const reading = readMessage(text.slice(0, longestRead), this.conversation.region ?? defaultRegion)
    const words = reading.tokens(this.ruleSet.vocabulary)
    this.words.set(index, words)
    return words
  }
}
