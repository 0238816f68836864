import type { FoldedText, TextRange } from "../../text/FoldedText.ts"
import { overlap } from "../../text/overlap.ts"
import type { Token } from "../../text/Token.ts"
import type { AllowList } from "../AllowList.ts"
import { applyAllowList } from "../applyAllowList.ts"
import type { Conversation } from "../Conversation.ts"
import { checkConversation } from "../checkConversation.ts"
import { contactRanges } from "../masking/contactRanges.ts"
import { readMessage } from "../message/MessageReading.ts"
import { readPhrases } from "../message/PhraseReading.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { type Judgement, judgementsOf, type Outcome } from "./judgementsOf.ts"
import { type TracedCandidate, tracedCandidates } from "./tracedCandidates.ts"

/** How a text was read and judged. */
export interface TextTrace {
  readonly conversation: Conversation
  readonly folded: FoldedText
  readonly words: ReadonlyArray<Token>
  readonly candidates: ReadonlyArray<TracedCandidate>
  /** Sorted by rule, then by position. */
  readonly judgements: ReadonlyArray<Judgement>
  /** The number of reported findings; several judgements may belong to one. */
  readonly findings: number
  /** Ranges of the original text that could be contacts and have to be hidden when the trace is shown. */
  readonly contacts: ReadonlyArray<TextRange>
}

/** The settings of a trace. */
export interface TraceOptions {
  readonly region: string
  readonly allowLists: ReadonlyArray<AllowList>
  readonly minConfidence: number
}

/**
 * Checks a single text of the shop and records the intermediate steps. What is reported comes from the engine itself;
 * why the rest is not is determined by repeating the check without parts of the rules.
 */
export const traceText = (ruleSet: RuleSet, text: string, options: TraceOptions): TextTrace => {
  const conversation: Conversation = { messages: [{ sender: "PARTNER", text }], region: options.region }
  const reading = readMessage(text, options.region)
  const phrases = readPhrases(ruleSet, reading)
  const violations = checkConversation(ruleSet, conversation)
  const unallowed = options.allowLists.reduce(
    (left, allowList) => applyAllowList(left, conversation, allowList),
    violations
  )
  const outcomeOf = (judged: Judgement): Outcome => {
    const reported = unallowed.find((violation) => isOf(violation, judged))
    if (reported !== undefined) return reported.confidence >= options.minConfidence ? "kept" : "belowMinimum"
    if (judged.outcome !== "kept") return judged.outcome
    return violations.some((violation) => isOf(violation, judged)) ? "allowedByShop" : "leftOut"
  }
  const judgements = ruleSet.rules.flatMap((rule) => {
    const judged = judgementsOf(rule, { ruleSet, reading, phrases, conversation })
    const unexplained = violations
      .filter((violation) => violation.rule === rule.id && !judged.some((one) => isOf(violation, one)))
      .map(judgedAsWhole)
    return [...judged, ...unexplained]
      .map((one): Judgement => ({ ...one, outcome: outcomeOf(one) }))
      .sort((one, other) => one.start - other.start)
  })
  return {
    conversation,
    folded: reading.folded,
    words: phrases.text.tokens,
    candidates: tracedCandidates(reading),
    judgements,
    findings: unallowed.filter(({ confidence }) => confidence >= options.minConfidence).length,
    contacts: contactRanges(reading, undefined)
  }
}

const isOf = (violation: Violation, { rule, kind, normalized, ...range }: Judgement): boolean =>
  violation.rule === rule &&
  violation.kind === kind &&
  violation.normalized === normalized &&
  violation.spans.some((span) => overlap(span, range))

/** A finding for which there is no detection. */
const judgedAsWhole = ({ rule, kind, normalized, confidence, spans: [{ start, end }] }: Violation): Judgement => ({
  rule,
  kind,
  normalized,
  confidence,
  start,
  end,
  unaided: undefined,
  cues: [],
  outcome: "kept"
})
