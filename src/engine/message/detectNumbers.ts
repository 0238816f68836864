import type { Conversation } from "../Conversation.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import { detectCards } from "./detectCards.ts"
import { detectPhones } from "./detectPhones.ts"
import type { MessageReading } from "./MessageReading.ts"

/** The phone and card numbers that a rule detects in a message. */
export const detectNumbers = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading,
  conversation: Conversation
): ReadonlyArray<Detection> => [
  ...detectPhones(rule, ruleSet, reading, conversation),
  ...detectCards(rule, ruleSet, reading, conversation)
]
