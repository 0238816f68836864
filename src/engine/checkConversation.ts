import { Array as Arrays } from "effect"
import type { Hints } from "../detect/prefilter/Prefilter.ts"
import { originalRange } from "../text/FoldedText.ts"
import { type Conversation, defaultRegion } from "./Conversation.ts"
import { judgeTogether } from "./conversation/judgeTogether.ts"
import { highlighted } from "./highlighted.ts"
import { joinSpans } from "./joinSpans.ts"
import { type Detection, leastConfidence } from "./message/Detection.ts"
import { judgeMessage } from "./message/judgeMessage.ts"
import type { MessageReading } from "./message/MessageReading.ts"
import type { CompiledRule, RuleSet } from "./rule/RuleSet.ts"
import type { MessageSpan, Violation } from "./Violation.ts"
import { violationOf } from "./violationOf.ts"

/**
 * Checks what PARTNER wrote: each message alone, then all together for contacts and sentences split across messages,
 * consent to what the buyer proposed, and file names. Violations are sorted by message, then by rule.
 */
export const checkConversation = (ruleSet: RuleSet, conversation: Conversation): ReadonlyArray<Violation> => {
  const hints = hintsOfOnly(ruleSet, conversation)
  if (hints !== undefined && ruleSet.isSilentOn(hints)) return nothing
  const judgements = conversation.messages.map((_, index) => judgeMessage(ruleSet, conversation, index, hints))
  const alone = judgements.flatMap((judgement, index) =>
    judgement === undefined
      ? []
      : judgement.detections.flatMap((detections, rule) =>
          violationsOf(
            ruleSet.rules[rule],
            detections.filter(({ confidence }) => confidence >= leastConfidence),
            judgement.reading,
            index
          )
        )
  )
  const found = hints === undefined ? judgeTogether(ruleSet, conversation, judgements, alone) : alone
  return highlighted(found, ruleSet, judgements)
}

const nothing: ReadonlyArray<Violation> = []

/** The prefilter's hints for a single message without neighbours and files; undefined if there is more to check. */
const hintsOfOnly = (ruleSet: RuleSet, { messages }: Conversation): Hints | undefined => {
  const [only] = messages
  const isText = only !== undefined && messages.length === 1 && only.sender === "PARTNER" && only.text !== ""
  return isText && (only.files ?? []).length === 0 ? ruleSet.prefilter.look(only.text) : undefined
}

/** Checks a single text of the shop, such as a template or a draft. The spans refer to message 0. */
export const checkText = (ruleSet: RuleSet, text: string, region: string = defaultRegion): ReadonlyArray<Violation> =>
  checkConversation(ruleSet, { messages: [{ sender: "PARTNER", text }], region })

/** One violation per distinct finding, regardless of the number of occurrences in the message. */
const violationsOf = (
  rule: CompiledRule | undefined,
  detections: ReadonlyArray<Detection>,
  reading: MessageReading,
  message: number
): ReadonlyArray<Violation> => {
  if (rule === undefined || detections.length === 0) return []
  return Object.values(Arrays.groupBy(detections, ({ kind, normalized }) => `${kind} ${normalized}`))
    .map((same) => {
      const confidence = same.reduce((most, detection) => Math.max(most, detection.confidence), 0)
      const spans = Arrays.map(same, ({ range }): MessageSpan => ({ message, ...originalRange(reading.folded, range) }))
      return violationOf(rule, { ...Arrays.headNonEmpty(same), confidence }, joinSpans(spans))
    })
    .sort((one, other) => one.spans[0].start - other.spans[0].start)
}
