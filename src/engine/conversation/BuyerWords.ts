import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { type MessageReading, readMessage } from "../message/MessageReading.ts"
import type { RuleSet } from "../rule/RuleSet.ts"

/** The length up to which a message is read, in UTF-16 units; longer ones tell a story. */
const longestRead = 600

/** The maximum number of words in an answer that gives a number. */
const longestAnswer = 6

/** The buyer's messages, each read once and only if a message of the shop may answer it. They are never judged. */
export class BuyerWords {
  private readonly readings = new Map<number, MessageReading>()
  private readonly conversation: Conversation
  private readonly ruleSet: RuleSet

  constructor(conversation: Conversation, ruleSet: RuleSet) {
    this.conversation = conversation
    this.ruleSet = ruleSet
  }

  /** @param index the index of the message in the conversation. */
  read(index: number): ClassifiedTokens {
    return this.readingOf(index).tokens(this.ruleSet.vocabulary)
  }

  /** Whether a message answers with a number that cannot be dialled, such as that of an order, a size or a colour. */
  givesOtherNumber(index: number): boolean {
    const reading = this.readingOf(index)
    const { text } = reading.folded
    return (
      /\d/.test(text) &&
      !text.includes("@") &&
      this.read(index).tokens.length <= longestAnswer &&
      reading.phones().length === 0
    )
  }

  private readingOf(index: number): MessageReading {
    const seen = this.readings.get(index)
    if (seen !== undefined) return seen
    const { text = "" } = this.conversation.messages[index] ?? {}
    const reading = readMessage(text.slice(0, longestRead), this.conversation.region ?? defaultRegion)
    this.readings.set(index, reading)
    return reading
  }
}
