import { compileHostAllowList } from "../../detect/address/HostAllowList.ts"
import { noPhrases } from "../../detect/phrase/PhraseMatcher.ts"
import type { RuleId } from "../../domain/Rule.ts"
import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import { overlap } from "../../text/overlap.ts"
import { type Detection, leastConfidence } from "../message/Detection.ts"
import { detectionsOf, type ReadMessage } from "../message/detectionsOf.ts"
import type { CompiledRule } from "../rule/RuleSet.ts"
import type { ViolationKind } from "../Violation.ts"
import { nearestCue, passingWords } from "./decisiveWords.ts"

/**
 * Why something was or was not reported: reported; confidence too low for the engine; excluded by the rule's
 * exceptions, by the rule's allow list, by the shop's; below the requested confidence; or superseded by another
 * judgement of the engine, such as a longer finding around it.
 */
export type Outcome = "kept" | "unsure" | "exception" | "allowedByRule" | "allowedByShop" | "belowMinimum" | "leftOut"

/** A rule's judgement of a range of the text. Offsets into the original text. */
export interface Judgement extends TextRange {
  readonly rule: RuleId
  readonly kind: ViolationKind
  readonly normalized: string
  readonly confidence: number
  /** The confidence without the words around it, if these changed it. */
  readonly unaided: number | undefined
  /** The folded words that changed the confidence or excluded it. */
  readonly cues: ReadonlyArray<string>
  readonly outcome: Outcome
}

/**
 * A rule's judgements of a message, including what it would have found without its exceptions and allow list. The
 * outcomes do not reflect the shop's lists and the rest of the engine yet.
 */
export const judgementsOf = (rule: CompiledRule, message: ReadMessage): ReadonlyArray<Judgement> => {
  const { reading } = message
  const { text } = message.phrases
  const judge = (variant: CompiledRule) => detectionsOf(variant, variant.phrases, message)
  const found = judge(rule)
  const unaided = judge(withoutCues(rule))
  const unexcepted = judge(withoutExceptions(rule))
  const passed = judge(withoutExceptions(withoutAllowList(rule))).filter(
    (detection) => !found.some((one) => isSame(one, detection))
  )
  const judged = (detection: Detection, outcome: Outcome, cues: ReadonlyArray<string>, plain?: number): Judgement => ({
    ...originalRange(reading.folded, detection.range),
    rule: rule.id,
    kind: detection.kind,
    normalized: detection.normalized,
    confidence: detection.confidence,
    unaided: plain,
    cues,
    outcome
  })
  return [
    ...found.map((detection) => {
      const plain = unaided.find((one) => isSame(one, detection))?.confidence
      // Words around a phrase do not change its confidence, but another group of its rule may have matched there too.
      const isChanged = detection.kind !== "phrase" && plain !== undefined && plain !== detection.confidence
      const cues = isChanged ? nearestCue(rule, text, reading.folded, detection, plain) : []
      const outcome = detection.confidence < leastConfidence ? "unsure" : "kept"
      return judged(detection, outcome, cues, isChanged ? plain : undefined)
    }),
    ...passed.map((detection) => {
      const isException = unexcepted.some((one) => isSame(one, detection))
      const cues = detection.kind === "phrase" ? passingWords(rule, text, reading.folded, detection) : []
      return judged(detection, isException ? "exception" : "allowedByRule", cues)
    })
  ]
}

const isSame = (one: Detection, other: Detection): boolean =>
  one.kind === other.kind && one.normalized === other.normalized && overlap(one.range, other.range)

const withoutCues = (rule: CompiledRule): CompiledRule => ({
  ...rule,
  ...(rule.phone === undefined
    ? {}
    : { phone: { ...rule.phone, raisedBy: noPhrases, loweredBy: noPhrases, revealedBy: noPhrases } }),
  ...(rule.link === undefined ? {} : { link: { ...rule.link, invitedBy: noPhrases, soughtBy: noPhrases } }),
  ...(rule.email === undefined ? {} : { email: { ...rule.email, raisedBy: noPhrases } }),
  ...(rule.card === undefined ? {} : { card: { ...rule.card, raisedBy: noPhrases, loweredBy: noPhrases } })
})

const withoutExceptions = (rule: CompiledRule): CompiledRule => ({
  ...rule,
  phrases: rule.phrases.map((group) => ({
    ...group,
    exceptOverlapping: noPhrases,
    exceptAtEnds: noPhrases,
    exceptInSentence: noPhrases
  }))
})

const withoutAllowList = (rule: CompiledRule): CompiledRule => ({
  ...rule,
  allow: { ...rule.allow, hosts: compileHostAllowList([]), numbers: new Set(), phrases: noPhrases }
})
