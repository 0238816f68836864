import { compileHostAllowList } from "../detect/address/HostAllowList.ts"
import type { ClassifiedTokens } from "../detect/phrase/ClassifiedTokens.ts"
import { noPhrases, type PhraseMatcher } from "../detect/phrase/PhraseMatcher.ts"
import type { RuleId } from "../domain/Rule.ts"
import { type FoldedText, originalRange, type TextRange } from "../text/FoldedText.ts"
import type { Token } from "../text/Token.ts"
import type { AllowList } from "./AllowList.ts"
import { applyAllowList } from "./applyAllowList.ts"
import type { Conversation } from "./Conversation.ts"
import { checkConversation } from "./checkConversation.ts"
import { contactRanges } from "./masking/contactRanges.ts"
import { type Detection, leastConfidence } from "./message/Detection.ts"
import { detectCards } from "./message/detectCards.ts"
import { detectEmails } from "./message/detectEmails.ts"
import { detectLinks } from "./message/detectLinks.ts"
import { detectPhones } from "./message/detectPhones.ts"
import { detectPhrases } from "./message/detectPhrases.ts"
import { type MessageReading, readMessage } from "./message/MessageReading.ts"
import { type PhraseReading, readPhrases } from "./message/PhraseReading.ts"
import type { CompiledRule, RuleSet } from "./rule/RuleSet.ts"
import type { Violation, ViolationKind } from "./Violation.ts"

/** Something that a detector looked at, whatever the rules make of it. Offsets into the original text. */
export interface TracedCandidate extends TextRange {
  /** `digits` are a run that is neither a number to dial nor a card. */
  readonly detector: "phone" | "link" | "email" | "card" | "digits"
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
  const outcomeOf = (judged: Judged): Outcome => {
    const reported = unallowed.find((violation) => isOf(violation, judged))
    if (reported !== undefined) return reported.confidence >= options.minConfidence ? "kept" : "belowMinimum"
    if (judged.outcome !== "kept") return judged.outcome
    return violations.some((violation) => isOf(violation, judged)) ? "allowedByShop" : "leftOut"
  }
  const judgements = ruleSet.rules.flatMap((rule) => {
    const judged = judgedBy(rule, ruleSet, { reading, phrases, conversation })
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
    candidates: candidatesOf(reading),
    judgements,
    findings: unallowed.filter(({ confidence }) => confidence >= options.minConfidence).length,
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
  const cards = reading.cards()
  const taken: ReadonlyArray<TextRange> = [...phones, ...links, ...emails, ...cards]
  const runs = reading.numberRuns().filter((run) => !taken.some((range) => overlap(range, run)))
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
      form: email.form
    })),
    ...cards.map((card) => ({ ...at(card), detector: "card" as const, normalized: card.digits, form: card.form })),
    ...runs.map((run) => ({
      ...at(run),
      detector: "digits" as const,
      normalized: run.parts.map(({ digits }) => digits).join(""),
      form: undefined
    }))
  ]
  return found.toSorted((one, other) => one.start - other.start)
}

/** What a rule is asked about. */
interface Read {
  readonly reading: MessageReading
  readonly phrases: PhraseReading
  readonly conversation: Conversation
}

const detections = (
  rule: CompiledRule,
  ruleSet: RuleSet,
  { reading, phrases, conversation }: Read
): ReadonlyArray<Detection> => [
  ...detectPhones(rule, ruleSet, reading, conversation),
  ...detectLinks(rule, ruleSet, reading),
  ...detectEmails(rule, ruleSet, reading),
  ...detectCards(rule, ruleSet, reading, conversation),
  ...detectPhrases(rule, rule.phrases, phrases)
]

const judgedBy = (rule: CompiledRule, ruleSet: RuleSet, read: Read): ReadonlyArray<Judged> => {
  const { reading } = read
  const { text } = read.phrases
  const judge = (variant: CompiledRule) => detections(variant, ruleSet, read)
  const found = judge(rule)
  const unaided = judge(withoutCues(rule))
  const unexcepted = judge(withoutExceptions(rule))
  const passed = judge(withoutExceptions(withoutAllowList(rule))).filter(
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

interface MatchedWords extends TextRange {
  readonly words: string
  readonly sentence: number | undefined
}

const wordsOf = (matcher: PhraseMatcher, text: ClassifiedTokens, folded: FoldedText): ReadonlyArray<MatchedWords> =>
  matcher.match(text).flatMap(({ first, last }) => {
    const [begin, end] = [text.tokens[first], text.tokens[last]]
    if (begin === undefined || end === undefined) return []
    const range = { start: begin.start, end: end.end }
    return [{ ...range, words: folded.text.slice(range.start, range.end), sentence: begin.sentence }]
  })

/** The cue nearest to a number or an address, of those that work in the direction in which the confidence went. */
const nearestCue = (
  rule: CompiledRule,
  text: ClassifiedTokens,
  folded: FoldedText,
  { kind, range, confidence }: Detection,
  plain: number
): ReadonlyArray<string> => {
  const cues = cuesOf(rule, kind, confidence > plain)
  const distance = ({ start, end }: MatchedWords): number => Math.max(range.start - end, start - range.end, 0)
  const [nearest] = cues
    .flatMap((matcher) => wordsOf(matcher, text, folded))
    .toSorted((one, other) => distance(one) - distance(other))
  return nearest === undefined ? [] : [nearest.words]
}

const cuesOf = (
  { phone, link, email, card }: CompiledRule,
  kind: ViolationKind,
  raised: boolean
): ReadonlyArray<PhraseMatcher> => {
  const matchers = (): ReadonlyArray<PhraseMatcher | undefined> => {
    switch (kind) {
      case "phone":
        return raised ? [phone?.raisedBy, phone?.revealedBy] : [phone?.loweredBy]
      case "card":
        return [raised ? card?.raisedBy : card?.loweredBy]
      case "link":
        return [link?.invitedBy]
      case "email":
        return [email?.raisedBy]
      case "phrase":
        return []
    }
  }
  return matchers().filter((matcher) => matcher !== undefined)
}

/** The words that let a phrase pass: exceptions that share a word with it or stand in its sentence, allowed phrases. */
const passingWords = (
  rule: CompiledRule,
  text: ClassifiedTokens,
  folded: FoldedText,
  { range }: Detection
): ReadonlyArray<string> => {
  const touching = [
    rule.allow.phrases,
    ...rule.phrases.flatMap(({ exceptOverlapping, exceptAtEnds }) => [exceptOverlapping, exceptAtEnds])
  ]
    .flatMap((matcher) => wordsOf(matcher, text, folded))
    .filter((match) => overlap(match, range))
  const sentences = new Set(text.tokens.filter((token) => overlap(token, range)).map((token) => token.sentence))
  const beside = rule.phrases
    .flatMap((group) => wordsOf(group.exceptInSentence, text, folded))
    .filter(({ sentence }) => sentence !== undefined && sentences.has(sentence))
  return [...new Set([...touching, ...beside].map(({ words }) => words))]
}
