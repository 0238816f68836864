import { withoutDisguise } from "../../text/withoutDisguise.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import type { MessageReading } from "./MessageReading.ts"

const none: ReadonlyArray<Detection> = []

/**
 * The matches of a rule's RE2 patterns in a message. Patterns are applied to the folded text, which is in lower case,
 * and, if words are disguised, also to the text without disguises, so that "whatsapp" is found with a Cyrillic "а".
 */
export const detectPatterns = (
  rule: CompiledRule,
  { vocabulary }: RuleSet,
  reading: MessageReading
): ReadonlyArray<Detection> => {
  if (rule.patterns.length === 0) return none
  const { text } = reading.folded
  const plain = withoutDisguise(text, reading.tokens(vocabulary).tokens)
  const read = plain === text ? [text] : [text, plain]
  return rule.patterns.flatMap(({ confidence, match }) =>
    match.flatMap((pattern) =>
      read
        .flatMap((one) => pattern.find(one))
        .filter(({ start, end }) => start < end)
        .map((range): Detection => ({ kind: "phrase", normalized: "", confidence, range }))
    )
  )
}
