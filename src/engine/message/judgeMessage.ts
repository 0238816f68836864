import type { Hints } from "../../detect/prefilter/Prefilter.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import { detectionsOf } from "./detectionsOf.ts"
import { type MessageReading, readMessage } from "./MessageReading.ts"
import { type PhraseReading, readPhrases } from "./PhraseReading.ts"

/**
 * The judgement of one message of the shop by itself. The influence of its neighbours is determined after all messages
 * have been read.
 */
export interface MessageJudgement {
  readonly reading: MessageReading
  readonly phrases: PhraseReading
  /** By rule index, including detections below the minimum confidence. */
  readonly detections: ReadonlyArray<ReadonlyArray<Detection>>
}

/** @param hints the prefilter's hints for the message, if known. */
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
