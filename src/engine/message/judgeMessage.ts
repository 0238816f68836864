import type { Hints } from "../../detect/prefilter/Prefilter.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import { detectCards } from "./detectCards.ts"
import { detectEmails } from "./detectEmails.ts"
import { detectLinks } from "./detectLinks.ts"
import { detectPatterns } from "./detectPatterns.ts"
import { detectPhones } from "./detectPhones.ts"
import { detectPhrases } from "./detectPhrases.ts"
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
  return {
    reading,
    phrases,
    detections: ruleSet.rules.map((rule, ruleIndex) =>
      allOf([
        detectPhones(rule, ruleSet, reading, conversation),
        detectLinks(rule, ruleSet, reading),
        detectEmails(rule, ruleSet, reading),
        detectCards(rule, ruleSet, reading, conversation),
        detectPhrases(rule, phrases.found[ruleIndex], phrases),
        detectPatterns(rule, reading)
      ])
    )
  }
}

const nothing: ReadonlyArray<Detection> = []

/** One list of several: nearly always all are empty, or one only is not, and nothing is copied. */
const allOf = (lists: ReadonlyArray<ReadonlyArray<Detection>>): ReadonlyArray<Detection> => {
  const filled = lists.filter((list) => list.length > 0)
  const [only = nothing] = filled
  return filled.length <= 1 ? only : filled.flat()
}
