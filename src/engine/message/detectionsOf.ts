import type { Conversation } from "../Conversation.ts"
import type { CompiledPhraseGroup, CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import { detectCards } from "./detectCards.ts"
import { detectEmails } from "./detectEmails.ts"
import { detectLinks } from "./detectLinks.ts"
import { detectPatterns } from "./detectPatterns.ts"
import { detectPhones } from "./detectPhones.ts"
import { detectPhrases } from "./detectPhrases.ts"
import type { MessageReading } from "./MessageReading.ts"
import type { PhraseReading } from "./PhraseReading.ts"

/** A message with the inputs of the detectors. */
export interface ReadMessage {
  readonly ruleSet: RuleSet
  readonly reading: MessageReading
  readonly phrases: PhraseReading
  readonly conversation: Conversation
}

/**
 * The detections of all detectors of a rule in a message.
 *
 * @param groups the groups of the rule's phrases that may match.
 */
export const detectionsOf = (
  rule: CompiledRule,
  groups: ReadonlyArray<CompiledPhraseGroup> | undefined,
  { ruleSet, reading, phrases, conversation }: ReadMessage
): ReadonlyArray<Detection> =>
  allOf([
    detectPhones(rule, ruleSet, reading, conversation),
    detectLinks(rule, ruleSet, reading),
    detectEmails(rule, ruleSet, reading),
    detectCards(rule, ruleSet, reading, conversation),
    detectPhrases(rule, groups, phrases),
    detectPatterns(rule, ruleSet, reading)
  ])

const nothing: ReadonlyArray<Detection> = []

/** Concatenates lists without copying if at most one is not empty, which is nearly always the case. */
const allOf = (lists: ReadonlyArray<ReadonlyArray<Detection>>): ReadonlyArray<Detection> => {
  const filled = lists.filter((list) => list.length > 0)
  const [only = nothing] = filled
  return filled.length <= 1 ? only : filled.flat()
}
