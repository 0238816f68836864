import type { AllowList } from "./AllowList.ts"
import { applyAllowList } from "./applyAllowList.ts"
import type { Conversation } from "./Conversation.ts"
import { checkConversation } from "./checkConversation.ts"
import type { RuleSet } from "./rule/RuleSet.ts"
import type { Violation } from "./Violation.ts"

/** Settings of a shop in addition to the rules. */
export interface JudgeOptions {
  /** What is allowed regardless of the rule. */
  readonly allowLists: ReadonlyArray<AllowList>
  /** The minimum confidence of reported findings, from 0 to 1. */
  readonly minConfidence: number
}

/** Checks what PARTNER wrote by the rules and the shop's settings. Sorted like the result of checkConversation. */
export const judgeConversation = (
  ruleSet: RuleSet,
  conversation: Conversation,
  { allowLists, minConfidence }: JudgeOptions
): ReadonlyArray<Violation> =>
  allowLists
    .reduce(
      (left, allowList) => applyAllowList(left, conversation, allowList),
      checkConversation(ruleSet, conversation)
    )
    .filter(({ confidence }) => confidence >= minConfidence)
