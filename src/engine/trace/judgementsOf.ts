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
 * Why something was reported or not: reported; too unsure for the engine; let pass by the rule's words that must not
 * stand near, by the rule's own allow list, by the shop's; below the confidence that was asked for; left out by another
 * judgement of the engine, such as a longer finding around it.
 */
export type Outcome = "kept" | "unsure" | "exception" | "allowedByRule" | "allowedByShop" | "belowMinimum" | "leftOut"

/** What a rule made of a stretch of the text. Offsets into the original text. */
export interface Judgement extends TextRange {
  readonly rule: RuleId
  readonly kind: ViolationKind
  readonly normalized: string
  readonly confidence: number
  /** The confidence without the words around it, where these changed it. */
  readonly unaided: number | undefined
  /** The words that changed the confidence or let it pass, as folded. */
  readonly cues: ReadonlyArray<string>
  readonly outcome: Outcome
}

/**
 * What a rule made of a message, and of what it would have found without its words that must not stand near and without its allow list. No
 * outcome tells yet what the shop's own lists and the rest of the engine make of it.
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
      // No words around a phrase change its confidence; another group of its rule may have matched there too.
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
