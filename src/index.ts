/** The engine as a library for programs that judge messages themselves: pure, synchronous, without I/O. */

export {
  type AllowList,
  type AllowListEntries,
  type AllowListProblem,
  compileAllowList
} from "./engine/AllowList.ts"
export { applyAllowList } from "./engine/applyAllowList.ts"
export { type Conversation, type ConversationMessage, conversationWindow } from "./engine/Conversation.ts"
export { checkConversation, checkText } from "./engine/checkConversation.ts"
export { type JudgeOptions, judgeConversation } from "./engine/judgeConversation.ts"
export { excerpt } from "./engine/masking/excerpt.ts"
export { maskMatch, revealMatch } from "./engine/masking/maskMatch.ts"
export { compileRuleSet } from "./engine/rule/compileRuleSet.ts"
export type { RuleSet } from "./engine/rule/RuleSet.ts"
export type { RuleSource } from "./engine/rule/readRuleFiles.ts"
export type { MessageSpan, Violation, ViolationKind } from "./engine/Violation.ts"
export { shippedRuleFiles, shippedRuleSet } from "./ruleset/shippedRuleSet.ts"
export { describeYamlFileError, YamlFileError } from "./yaml/YamlFileError.ts"
