import { Array as Arrays, Order } from "effect"
import { originalRange } from "../text/FoldedText.ts"
import { type Conversation, defaultRegion } from "./Conversation.ts"
import { type Detection, leastConfidence } from "./Detection.ts"
import { detectLinks } from "./detectLinks.ts"
import { detectPhones } from "./detectPhones.ts"
import { detectPhrases } from "./detectPhrases.ts"
import { type MessageReading, readMessage } from "./MessageReading.ts"
import type { CompiledRule, RuleSet } from "./RuleSet.ts"
import type { MessageSpan, Violation } from "./Violation.ts"

/** Judges what PARTNER wrote. The violations come in the order of the messages, within one in that of the rules. */
export const checkConversation = (ruleSet: RuleSet, conversation: Conversation): ReadonlyArray<Violation> => {
  const region = conversation.region ?? defaultRegion
  return conversation.messages.flatMap(({ sender, text }, index) => {
    if (sender !== "PARTNER" || text === "") return []
    const reading = readMessage(text, region)
    return ruleSet.rules.flatMap((rule) => {
      const detections = [
        ...detectPhones(rule, ruleSet, reading, conversation),
        ...detectLinks(rule, ruleSet, reading),
        ...detectPhrases(rule, ruleSet, reading)
      ].filter(({ confidence }) => confidence >= leastConfidence)
      return violationsOf(rule, detections, reading, index)
    })
  })
}

/** Judges one text of the shop, such as a template or a draft. The spans' message is 0. */
export const checkText = (ruleSet: RuleSet, text: string, region: string = defaultRegion): ReadonlyArray<Violation> =>
  checkConversation(ruleSet, { messages: [{ sender: "PARTNER", text }], region })

/** One violation for each thing that was found, however often it stands in the message. */
const violationsOf = (
  rule: CompiledRule,
  detections: ReadonlyArray<Detection>,
  reading: MessageReading,
  message: number
): ReadonlyArray<Violation> =>
  Object.values(Arrays.groupBy(detections, ({ kind, normalized }) => `${kind} ${normalized}`))
    .map((same): Violation => {
      const { kind, normalized } = Arrays.headNonEmpty(same)
      return {
        rule: rule.id,
        severity: rule.severity,
        confidence: same.reduce((most, { confidence }) => Math.max(most, confidence), 0),
        kind,
        spans: spansOf(same, reading, message),
        normalized
      }
    })
    .sort((one, other) => one.spans[0].start - other.spans[0].start)

/** In the order of the text; spans that share a character are one. */
const spansOf = (
  detections: Arrays.NonEmptyReadonlyArray<Detection>,
  reading: MessageReading,
  message: number
): Arrays.NonEmptyReadonlyArray<MessageSpan> => {
  const spans = Arrays.map(detections, ({ range }): MessageSpan => {
    const { start, end } = originalRange(reading.folded, range)
    return { message, start, end }
  })
  const sorted = Arrays.sort(
    spans,
    Order.mapInput(Order.number, (span: MessageSpan) => span.start)
  )
  const merged: Arrays.NonEmptyArray<MessageSpan> = [Arrays.headNonEmpty(sorted)]
  for (const span of Arrays.tailNonEmpty(sorted)) {
    const previous = Arrays.lastNonEmpty(merged)
    if (span.start < previous.end) merged[merged.length - 1] = { ...previous, end: Math.max(previous.end, span.end) }
    else merged.push(span)
  }
  return merged
}
