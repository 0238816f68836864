import type { AllowList } from "./AllowList.ts"
import { applyAllowList } from "./applyAllowList.ts"
import type { Conversation } from "./Conversation.ts"
import { checkConversation } from "./checkConversation.ts"
import type { RuleSet } from "./rule/RuleSet.ts"
import type { Violation } from "./Violation.ts"

/** What a shop has settled beside the rules. */
export interface JudgeOptions {
  /** What is let pass, whatever the rule. */
  readonly allowLists: ReadonlyArray<AllowList>
  /** Findings less sure than this are left out: from 0 to 1. */
  readonly minConfidence: number
}

/** Judges what PARTNER wrote by the rules and by what the shop has settled. The order is that of checkConversation. */
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
