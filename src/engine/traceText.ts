import { compileHostAllowList } from "../detect/HostAllowList.ts"
import { compilePhrases, type PhraseMatcher } from "../detect/PhraseMatcher.ts"
import type { RuleId } from "../domain/Rule.ts"
import { type FoldedText, originalRange, type TextRange } from "../text/FoldedText.ts"
import type { Token } from "../text/Token.ts"
import type { AllowList } from "./AllowList.ts"
import { applyAllowList } from "./applyAllowList.ts"
import type { Conversation } from "./Conversation.ts"
import { checkConversation } from "./checkConversation.ts"
import { contactRanges } from "./contactRanges.ts"
import { type Detection, leastConfidence } from "./Detection.ts"
import { detectLinks } from "./detectLinks.ts"
import { detectPhones } from "./detectPhones.ts"
import { detectPhrases } from "./detectPhrases.ts"
import { type MessageReading, readMessage } from "./MessageReading.ts"
import type { CompiledRule, RuleSet } from "./RuleSet.ts"
import type { Violation, ViolationKind } from "./Violation.ts"

/** Something that a detector looked at, whatever the rules make of it. Offsets into the original text. */
export interface TracedCandidate extends TextRange {
  /** `digits` are a run that is no number to dial. */
  readonly detector: "phone" | "link" | "email" | "digits"
  readonly normalized: string
  /** How surely its form alone tells what it is; undefined where the detector does not weigh it. */
  readonly form: number | undefined
}

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

/** How a text was read and judged. */
export interface TextTrace {
  readonly conversation: Conversation
  readonly folded: FoldedText
  readonly words: ReadonlyArray<Token>
  readonly candidates: ReadonlyArray<TracedCandidate>
  /** In the order of the rules, within one in that of the text. */
  readonly judgements: ReadonlyArray<Judgement>
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
  const violations = checkConversation(ruleSet, conversation)
  const unallowed = options.allowLists.reduce(
    (left, allowList) => applyAllowList(left, conversation, allowList),
    violations
  )
  const outcomeOf = (judged: Judged): Outcome => {
    const reported = unallowed.find((violation) => isOf(violation, judged))
    if (reported !== undefined) return reported.confidence >= options.minConfidence ? "kept" : "belowMinimum"
    if (judged.outcome !== "kept") return judged.outcome
    return violations.some((violation) => isOf(violation, judged)) ? "allowedByShop" : "leftOut"
  }
  const judgements = ruleSet.rules.flatMap((rule) => {
    const judged = judgedBy(rule, ruleSet, reading, conversation)
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
    words: reading.tokens(ruleSet.vocabulary).tokens,
    candidates: candidatesOf(reading),
    judgements,
    contacts: contactRanges(reading, undefined)
  }
}

type Judged = Judgement

const overlap = (one: TextRange, other: TextRange): boolean => one.start < other.end && other.start < one.end

const isOf = (violation: Violation, { rule, kind, normalized, ...range }: Judged): boolean =>
  violation.rule === rule &&
  violation.kind === kind &&
  violation.normalized === normalized &&
  violation.spans.some((span) => overlap(span, range))

/** A finding of a detector that leaves no other trace. */
const judgedAsWhole = ({ rule, kind, normalized, confidence, spans: [{ start, end }] }: Violation): Judged => ({
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

const candidatesOf = (reading: MessageReading): ReadonlyArray<TracedCandidate> => {
  const at = (range: TextRange): TextRange => originalRange(reading.folded, range)
  const phones = reading.phones()
  const { links, emails } = reading.addresses()
  const taken: ReadonlyArray<TextRange> = [...phones, ...links, ...emails]
  const runs = reading.digitRuns().filter((run) => !taken.some((range) => overlap(range, run)))
  const found: ReadonlyArray<TracedCandidate> = [
    ...phones.map((phone) => ({
      ...at(phone),
      detector: "phone" as const,
      normalized: phone.number,
      form: phone.form
    })),
    ...links.map((link) => ({ ...at(link), detector: "link" as const, normalized: link.host, form: link.form })),
    ...emails.map((email) => ({
      ...at(email),
      detector: "email" as const,
      normalized: email.address,
      form: undefined
    })),
    ...runs.map((run) => ({
      ...at(run),
      detector: "digits" as const,
      normalized: run.groups.map(({ digits }) => digits).join(""),
      form: undefined
    }))
  ]
  return found.toSorted((one, other) => one.start - other.start)
}

const detections = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading,
  conversation: Conversation
): ReadonlyArray<Detection> => [
  ...detectPhones(rule, ruleSet, reading, conversation),
  ...detectLinks(rule, ruleSet, reading),
  ...detectPhrases(rule, ruleSet, reading)
]

const judgedBy = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading,
  conversation: Conversation
): ReadonlyArray<Judged> => {
  const nothing = compilePhrases([], ruleSet.vocabulary)
  const judge = (variant: CompiledRule) => detections(variant, ruleSet, reading, conversation)
  const found = judge(rule)
  const unaided = judge(withoutCues(rule, nothing))
  const unexcepted = judge(withoutExceptions(rule, nothing))
  const passed = judge(withoutExceptions(withoutAllowList(rule, nothing), nothing)).filter(
    (detection) => !found.some((one) => isSame(one, detection))
  )
  const judged = (detection: Detection, outcome: Outcome, cues: ReadonlyArray<string>, plain?: number): Judged => ({
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
      const isChanged = plain !== undefined && plain !== detection.confidence
      const cues = isChanged ? nearestCue(rule, ruleSet, reading, detection, plain) : []
      const outcome = detection.confidence < leastConfidence ? "unsure" : "kept"
      return judged(detection, outcome, cues, isChanged ? plain : undefined)
    }),
    ...passed.map((detection) => {
      const isException = unexcepted.some((one) => isSame(one, detection))
      const cues = detection.kind === "phrase" ? passingWords(rule, ruleSet, reading, detection) : []
      return judged(detection, isException ? "exception" : "allowedByRule", cues)
    })
  ]
}

const isSame = (one: Detection, other: Detection): boolean =>
  one.kind === other.kind && one.normalized === other.normalized && overlap(one.range, other.range)

const withoutCues = (rule: CompiledRule, nothing: PhraseMatcher): CompiledRule => ({
  ...rule,
  ...(rule.phone === undefined ? {} : { phone: { ...rule.phone, raisedBy: nothing, loweredBy: nothing } }),
  ...(rule.link === undefined ? {} : { link: { ...rule.link, invitedBy: nothing } })
})

const withoutExceptions = (rule: CompiledRule, nothing: PhraseMatcher): CompiledRule => ({
  ...rule,
  phrases: rule.phrases.map((group) => ({ ...group, exceptOverlapping: nothing, exceptInSentence: nothing }))
})

const withoutAllowList = (rule: CompiledRule, nothing: PhraseMatcher): CompiledRule => ({
  ...rule,
  allow: { ...rule.allow, hosts: compileHostAllowList([]), numbers: new Set(), phrases: nothing }
})

interface MatchedWords extends TextRange {
  readonly words: string
  readonly sentence: number | undefined
}

const wordsOf = (matcher: PhraseMatcher, ruleSet: RuleSet, reading: MessageReading): ReadonlyArray<MatchedWords> => {
  const text = reading.tokens(ruleSet.vocabulary)
  return matcher.match(text).flatMap(({ first, last }) => {
    const [begin, end] = [text.tokens[first], text.tokens[last]]
    if (begin === undefined || end === undefined) return []
    const range = { start: begin.start, end: end.end }
    return [{ ...range, words: reading.folded.text.slice(range.start, range.end), sentence: begin.sentence }]
  })
}

/** The cue nearest to a number or an address, of those that work in the direction in which the confidence went. */
const nearestCue = (
  { phone, link }: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading,
  { kind, range, confidence }: Detection,
  plain: number
): ReadonlyArray<string> => {
  const cues = kind === "link" ? link?.invitedBy : confidence > plain ? phone?.raisedBy : phone?.loweredBy
  if (cues === undefined) return []
  const distance = ({ start, end }: MatchedWords): number => Math.max(range.start - end, start - range.end, 0)
  const [nearest] = wordsOf(cues, ruleSet, reading).toSorted((one, other) => distance(one) - distance(other))
  return nearest === undefined ? [] : [nearest.words]
}

/** The words that let a phrase pass: exceptions that share a word with it or stand in its sentence, allowed phrases. */
const passingWords = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  reading: MessageReading,
  { range }: Detection
): ReadonlyArray<string> => {
  const touching = [rule.allow.phrases, ...rule.phrases.map((group) => group.exceptOverlapping)]
    .flatMap((matcher) => wordsOf(matcher, ruleSet, reading))
    .filter((match) => overlap(match, range))
  const sentences = new Set(
    reading
      .tokens(ruleSet.vocabulary)
      .tokens.filter((token) => overlap(token, range))
      .map((token) => token.sentence)
  )
  const beside = rule.phrases
    .flatMap((group) => wordsOf(group.exceptInSentence, ruleSet, reading))
    .filter(({ sentence }) => sentence !== undefined && sentences.has(sentence))
  return [...new Set([...touching, ...beside].map(({ words }) => words))]
}
