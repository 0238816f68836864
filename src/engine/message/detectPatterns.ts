import type { CompiledRule } from "../rule/RuleSet.ts"
import type { Detection } from "./Detection.ts"
import type { MessageReading } from "./MessageReading.ts"

const none: ReadonlyArray<Detection> = []

/** What a rule's RE2 patterns match in a message. They read the folded text: lower case, look-alike letters resolved. */
export const detectPatterns = (rule: CompiledRule, { folded }: MessageReading): ReadonlyArray<Detection> => {
  if (rule.patterns.length === 0) return none
  return rule.patterns.flatMap(({ confidence, match }) =>
    match.flatMap((pattern) =>
      pattern
        .find(folded.text)
        .filter(({ start, end }) => start < end)
        .map((range): Detection => ({ kind: "phrase", normalized: "", confidence, range }))
    )
  )
}
