import { originalRange } from "../../text/FoldedText.ts"
import { defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { detectNumbers } from "../message/detectNumbers.ts"
import { readMessage } from "../message/MessageReading.ts"
import { numberCuesOf } from "../rule/numberCuesOf.ts"
import type { CompiledRule } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"
import { contextBefore } from "./contextBefore.ts"
import { isExplained } from "./isExplained.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import type { Talk } from "./Talk.ts"

/** A longer message identifies its numbers itself. */
const fewWords = 8

/** The confidence of a number that is explained later. */
const explained = 0.8

/**
 * Complete numbers in one message that are too uncertain alone, but not with what was said before or after:
 * "номер мастера:", "9214401736"; "артикул 89601124738", "это не артикул, по нему звоните". They are judged with the
 * words of the previous message and the buyer's question. What the shop says later must identify the number as one to
 * dial.
 */
export const announcedNumbers = (talk: Talk): ReadonlyArray<Violation> =>
  talk.shop.flatMap((message, position) => {
    const { detections, phrases } = message.judgement
    if (phrases.text.tokens.length > fewWords) return []
    return talk.ruleSet.rules.flatMap((rule, index) => {
      const unsure = (detections[index] ?? []).filter(isUnsure)
      if (unsure.length === 0) return []
      const announced = judge(rule, talk, position)
      if (!isExplained(numberCuesOf(rule), talk.shop, position)) return announced
      const known = new Set(announced.map(({ normalized }) => normalized))
      const others = unsure.filter(({ normalized }) => !known.has(normalized))
      return [
        ...announced,
        ...others.map((detection): Violation => {
          const span = { message: message.index, ...originalRange(message.judgement.reading.folded, detection.range) }
          return violationOf(rule, { ...detection, confidence: explained }, [span])
        })
      ]
    })
  })

const isUnsure = ({ kind, confidence }: { readonly kind: string; readonly confidence: number }): boolean =>
  (kind === "phone" || kind === "card") && confidence < leastConfidence

const judge = (rule: CompiledRule, talk: Talk, position: number): ReadonlyArray<Violation> => {
  const { ruleSet, conversation, shop } = talk
  const message = shop[position]
  if (message === undefined) return []
  const joined = new JoinedText()
  contextBefore(joined, talk, position)
  const place = joined.add(message.index, message.text, { start: 0, end: message.text.length }, barrier)
  const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
  const found = detectNumbers(rule, ruleSet, reading, conversation)
  return found.flatMap((detection): ReadonlyArray<Violation> => {
    const { start, end } = originalRange(reading.folded, detection.range)
    if (detection.confidence < leastConfidence || start < place.start) return []
    const [span] = joined.spansOf({ start, end })
    return span === undefined ? [] : [violationOf(rule, detection, [span])]
  })
}
