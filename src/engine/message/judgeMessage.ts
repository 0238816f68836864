import type { Hints } from "../../detect/prefilter/Prefilter.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import { detectionsOf } from "./detectionsOf.ts"
import { type MessageReading, readMessage } from "./MessageReading.ts"
import { type PhraseReading, readPhrases } from "./PhraseReading.ts"

/** What one message of the shop holds by itself. What its neighbours make of it is decided when all of them have been read. */
export interface MessageJudgement {
  readonly reading: MessageReading
  readonly phrases: PhraseReading
  /** By the index of the rule; those too that are too weak to be told by themselves. */
  readonly detections: ReadonlyArray<ReadonlyArray<Detection>>
}

/** @param hints what the prefilter said of the message, where that is known. */
export const judgeMessage = (
  ruleSet: RuleSet,
  conversation: Conversation,
  index: number,
  hints?: Hints
): MessageJudgement | undefined => {
  const message = conversation.messages[index]
  if (message === undefined || message.sender !== "PARTNER" || message.text === "") return undefined
  const reading = readMessage(
    message.text,
    conversation.region ?? defaultRegion,
    hints ?? ruleSet.prefilter.look(message.text)
  )
  const phrases = readPhrases(ruleSet, reading)
  const read = { ruleSet, reading, phrases, conversation }
  return {
    reading,
    phrases,
    detections: ruleSet.rules.map((rule, ruleIndex) => detectionsOf(rule, phrases.found[ruleIndex], read))
  }
}
