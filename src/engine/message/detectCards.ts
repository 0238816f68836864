import type { CardCandidate } from "../../detect/number/CardCandidate.ts"
import { cardOfWhole } from "../../detect/number/cardCandidates.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { tokensWithin } from "../../detect/phrase/tokensWithin.ts"
import type { Conversation } from "../Conversation.ts"
import type { CompiledRule, RuleSet } from "../rule/RuleSet.ts"
import { assembledNumbers } from "./assembledNumbers.ts"
import { type CueReach, cueDistance, cuesOf, gapAfter } from "./cueDistance.ts"
import { type Detection, leastConfidence } from "./Detection.ts"
import type { MessageReading } from "./MessageReading.ts"
import { assembledForm, weighed } from "./weighing.ts"

/** "переведите на карту моей жены, она в Сбере: 4276 …". */
const reach: CueReach = { before: 8, after: 3 }

/** The card numbers of a message, with confidence adjusted by the rule's cues around them. */
export const detectCards = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading,
  conversation: Conversation
): ReadonlyArray<Detection> => {
  const { card } = rule
  if (card === undefined) return nothing
  const isMeant = ({ digits }: CardCandidate): boolean => !conversation.knownNumbers?.has(digits)
  const candidates = reading.cards().filter(isMeant)
  const found = candidates.length === 0 ? nothing : weighedAll(ruleSet, reading, candidates, card)
  if (found.some(({ confidence }) => confidence >= leastConfidence)) return found
  const assembled = assembledNumbers(card, ruleSet, reading, (run) =>
    run.plus ? undefined : cardOfWhole(reading.folded, run)
  )
  return assembled
    .filter(isMeant)
    .map(
      (candidate): Detection => ({
        kind: "card",
        normalized: candidate.digits,
        confidence: assembledForm,
        range: candidate
      })
    )
    .concat(found)
}

const weighedAll = (
  ruleSet: RuleSet,
  reading: MessageReading,
  candidates: ReadonlyArray<CardCandidate>,
  card: NonNullable<CompiledRule["card"]>
): ReadonlyArray<Detection> => {
  const text = reading.tokens(ruleSet.vocabulary)
  const raising = cuesOf(card.raisedBy.match(text))
  const lowering = cuesOf(card.loweredBy.match(text))
  return candidates.map((candidate) => {
    const target = tokensWithin(text.tokens, candidate.start, candidate.end)
    // Words after a comma refer to something else: "4400 …, заказ отмените".
    const counts = ({ first }: PhraseMatch): boolean =>
      first <= target.last || !/[,;.!?\n]/.test(gapAfter(reading.folded.text, candidate.end, text.tokens[first]?.start))
    return {
      kind: "card",
      normalized: candidate.digits,
      confidence: weighed(candidate.form, {
        raising: cueDistance(raising, target, reach),
        lowering: cueDistance(lowering, target, reach, counts)
      }),
      range: candidate
    }
  })
}

const nothing: ReadonlyArray<Detection> = []
