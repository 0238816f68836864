import { Array as Arrays } from "effect"
import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import { defaultRegion } from "../Conversation.ts"
import { type Detection, leastConfidence } from "../message/Detection.ts"
import { type MessageReading, readMessage } from "../message/MessageReading.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"
import type { JoinedText } from "./JoinedText.ts"
import type { Talk } from "./Talk.ts"

/**
 * What a detector of each rule finds in a joined text, read like one message.
 *
 * @param spansOf the spans of a detection, whose range it gets in the joined text; empty to leave it out.
 */
export const judgeJoined = (
  joined: JoinedText,
  { ruleSet, conversation }: Talk,
  detect: (rule: CompiledRule, ruleSet: RuleSet, reading: MessageReading) => ReadonlyArray<Detection>,
  spansOf: (range: TextRange, detection: Detection) => ReadonlyArray<MessageSpan> = (range) => joined.spansOf(range)
): ReadonlyArray<Violation> => {
  const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
  return ruleSet.rules.flatMap((rule) =>
    detect(rule, ruleSet, reading).flatMap((detection): ReadonlyArray<Violation> => {
      if (detection.confidence < leastConfidence) return []
      const spans = spansOf(originalRange(reading.folded, detection.range), detection)
      return Arrays.isNonEmptyReadonlyArray(spans) ? [violationOf(rule, detection, spans)] : []
    })
  )
}
