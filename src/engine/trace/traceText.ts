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
  /** In the order of the rules, within one in that of the text. */
  readonly judgements: ReadonlyArray<Judgement>
  /** How many findings are reported: several judgements may be of one. */
  readonly findings: number
  /** Stretches of the original text that could be contacts: whoever shows the trace hides them. */
  readonly contacts: ReadonlyArray<TextRange>
}

/** What a trace is made with. */
export interface TraceOptions {
  readonly region: string
  readonly allowLists: ReadonlyArray<AllowList>
  readonly minConfidence: number
}

/**
 * Judges one text of the shop and tells what was looked at on the way. What is reported is asked of the engine itself;
 * why the rest was not is found out by judging once more with parts of the rules left away.
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

/** A finding of a detector that leaves no other trace. */
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
