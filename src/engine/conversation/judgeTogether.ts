import { Array as Arrays } from "effect"
import type { RuleId } from "../../domain/Rule.ts"
import { overlap } from "../../text/overlap.ts"
import type { Conversation } from "../Conversation.ts"
import { joinSpans } from "../joinSpans.ts"
import type { MessageJudgement } from "../message/judgeMessage.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { announcedNumbers } from "./announcedNumbers.ts"
import { askedLinks } from "./askedLinks.ts"
import { fileNames } from "./fileNames.ts"
import { isDispelled } from "./isDispelled.ts"
import { isOfOwnPage } from "./isOfOwnPage.ts"
import { isOtherNumber } from "./isOtherNumber.ts"
import { isQuoted } from "./isQuoted.ts"
import { joinedAddresses } from "./joinedAddresses.ts"
import { joinedDetails } from "./joinedDetails.ts"
import { joinedHandles } from "./joinedHandles.ts"
import { joinedNumbers } from "./joinedNumbers.ts"
import { joinedPhrases } from "./joinedPhrases.ts"
import { numbersPutTogether } from "./numbersPutTogether.ts"
import { phrasesAround } from "./phrasesAround.ts"
import { pointedPhrases } from "./pointedPhrases.ts"
import { replies } from "./replies.ts"
import { talkOf } from "./Talk.ts"

/**
 * The conversation pass: what the shop's messages contain together, in addition to what each contains alone. Returns
 * all violations: those of `alone`, except for pieces of what is reported as a whole, and those that depend on
 * neighbouring messages. Sorted by message, then by rule.
 *
 * @param judgements the judgements of the shop's messages, by index.
 */
export const judgeTogether = (
  ruleSet: RuleSet,
  conversation: Conversation,
  judgements: ReadonlyArray<MessageJudgement | undefined>,
  alone: ReadonlyArray<Violation>
): ReadonlyArray<Violation> => {
  const talk = talkOf(ruleSet, conversation, judgements)
  const { shop, positions } = talk
  const stays = (violation: Violation, judgedAlone = false): boolean => !isDispelled(violation, talk, judgedAlone)
  const inPieces = shop.length < 2 ? [] : joinedNumbers(talk)
  // Pieces that stand apart from other words are shown without these.
  const reported = new Set(inPieces.map(foundAt))
  const putTogether = (shop.length < 2 ? [] : numbersPutTogether(talk)).filter((one) => !reported.has(foundAt(one)))
  const numbers = [...inPieces, ...putTogether]
  const contacts = [...numbers, ...joinedAddresses(talk)].filter((contact) => stays(contact))
  const { found, withdrawn } = joinedPhrases(talk)
  const around = contacts.flatMap((contact) => phrasesAround(contact, talk))
  const withdrawnHere = ({ rule, kind, spans }: Violation): boolean =>
    kind === "phrase" &&
    withdrawn.size > 0 &&
    withdrawn.get(ruleSet.rules.findIndex(({ id }) => id === rule))?.has(spans[0].message) === true
  const phrases = [...found, ...around]
  // Names in pieces that phrases have found are not reported again.
  const inPhrases = new Set(phrases.flatMap(({ rule, spans }) => spans.map((span) => placeOf(rule, span))))
  const handles = (shop.length < 2 ? [] : joinedHandles(talk, judgements)).filter(
    ({ rule, spans }) => !spans.some((span) => inPhrases.has(placeOf(rule, span)))
  )
  const isCut = cutInAddress(contacts)
  const pieced = merged([
    ...contacts,
    ...[
      ...announcedNumbers(talk),
      ...withoutPieces(askedLinks(talk), contacts),
      ...[...phrases, ...handles].filter((phrase) => !isCut(phrase))
    ].filter((violation) => stays(violation))
  ])
  const staying = alone.filter(
    (violation) =>
      !withdrawnHere(violation) &&
      !isOtherNumber(violation, talk) &&
      !isOfOwnPage(violation, talk) &&
      !isQuoted(violation, conversation) &&
      !(violation.kind === "phrase" && isCut(violation)) &&
      stays(violation, true)
  )
  const joined = pieced.map((violation) => withWordsAlone(violation, staying))
  const kept = withoutPieces(staying, joined)
  const reportedPlaces = new Set(
    [...kept, ...joined].flatMap(({ rule, spans }) => spans.map((span) => placeOf(rule, span)))
  )
  const isNew = ({ rule, spans: [span] }: Violation): boolean => !reportedPlaces.has(placeOf(rule, span))
  // A single message is fully covered by its own phrases.
  const isAlone = conversation.messages.filter(({ text }) => text !== "").length < 2
  const pointed = (isAlone ? [] : pointedPhrases(talk)).filter((violation) => {
    // A thing found where it is named in the message before is not reported again where it is referred to.
    const before = shop[(positions.get(violation.spans[0].message) ?? 0) - 1]
    return before === undefined || !reportedPlaces.has(placeOf(violation.rule, { message: before.index }))
  })
  const answered = [...replies(talk), ...pointed].filter(
    (violation) => isNew(violation) && !isCut(violation) && stays(violation)
  )
  const inTexts = new Set([...kept, ...joined, ...answered].map(foundAt))
  const named = fileNames(ruleSet, conversation).filter((one) => !inTexts.has(foundAt(one)))
  if (joined.length + answered.length + named.length === 0) return joinedDetails(kept, ruleSet, conversation)
  const order = new Map(ruleSet.rules.map(({ id }, index) => [id, index]))
  const sorted = merged([...kept, ...joined, ...answered, ...named]).toSorted(
    (one, other) =>
      one.spans[0].message - other.spans[0].message ||
      (order.get(one.rule) ?? 0) - (order.get(other.rule) ?? 0) ||
      one.spans[0].start - other.spans[0].start
  )
  return joinedDetails(sorted, ruleSet, conversation)
}

/** A key for what was found in which message: findings in file names are dropped if the text has them too. */
const foundAt = ({ rule, normalized, spans }: Violation): string => `${placeOf(rule, spans[0])} ${normalized}`

/**
 * Returns a test for phrases that start or end within an address in pieces, or lie entirely in one:
 * "запросы на mail: fix dot coffee", "at gmail". Such a phrase mistakes a piece of the address for a word.
 */
const cutInAddress = (contacts: ReadonlyArray<Violation>): ((phrase: Violation) => boolean) => {
  const byMessage = new Map<number, Array<Violation>>()
  for (const contact of contacts) {
    if (contact.kind !== "link" && contact.kind !== "email") continue
    for (const { message } of contact.spans) {
      const held = byMessage.get(message)
      if (held === undefined) byMessage.set(message, [contact])
      else held.push(contact)
    }
  }
  const isInside = (message: number, offset: number, isEnd: boolean): boolean =>
    (byMessage.get(message) ?? []).some(({ kind, spans }) => {
      const opening = spans[0]
      const closing = Arrays.lastNonEmpty(spans)
      // Words may invite to a whole link, but no part of a mailbox is a word.
      const last = kind === "email" && isEnd ? closing.end : closing.end - 1
      return (message !== opening.message || offset > opening.start) && (message !== closing.message || offset <= last)
    })
  const isWhole = (message: number, start: number, end: number): boolean =>
    (byMessage.get(message) ?? []).some(({ spans }) =>
      spans.some((span) => span.message === message && span.start <= start && end <= span.end)
    )
  return ({ spans }) =>
    isInside(spans[0].message, spans[0].start, false) ||
    isInside(Arrays.lastNonEmpty(spans).message, Arrays.lastNonEmpty(spans).end, true) ||
    spans.every(({ message, start, end }) => isWhole(message, start, end))
}

const placeOf = (rule: RuleId, { message }: Pick<MessageSpan, "message">): string => `${rule} ${message}`

/** Merges violations of one rule with the same normal form that start in the same message. */
const merged = (violations: ReadonlyArray<Violation>): ReadonlyArray<Violation> =>
  Object.values(
    Arrays.groupBy(
      violations,
      ({ rule, kind, normalized, spans }) => `${placeOf(rule, spans[0])} ${kind} ${normalized}`
    )
  ).map((same) => {
    const first = Arrays.headNonEmpty(same)
    if (same.length === 1) return first
    return {
      ...first,
      confidence: same.reduce((most, { confidence }) => Math.max(most, confidence), 0),
      spans: joinSpans(Arrays.flatMap(same, ({ spans }) => spans))
    }
  })

/**
 * Extends words that continue in the next message by overlapping findings of the same rule in single messages:
 * "закидывайте 500 на сбер, карта 4276", "5500".
 */
const withWordsAlone = (joined: Violation, alone: ReadonlyArray<Violation>): Violation => {
  if (joined.kind !== "phrase") return joined
  const around = alone.filter(
    ({ rule, kind, spans }) =>
      rule === joined.rule &&
      kind === "phrase" &&
      spans.some((span) => joined.spans.some((other) => span.message === other.message && overlap(span, other)))
  )
  if (around.length === 0) return joined
  return {
    ...joined,
    spans: joinSpans(
      Arrays.appendAll(
        joined.spans,
        around.flatMap(({ spans }) => [...spans])
      )
    )
  }
}

/** The violations of `alone` that are not pieces of a joined contact, or of joined words of the same rule. */
const withoutPieces = (alone: ReadonlyArray<Violation>, joined: ReadonlyArray<Violation>): ReadonlyArray<Violation> => {
  if (joined.length === 0) return alone
  const byMessage = Arrays.groupBy(
    joined.flatMap((violation) => violation.spans.map((span) => ({ violation, span }))),
    ({ span }) => String(span.message)
  )
  return alone.filter((violation) =>
    violation.spans.some(
      (span) =>
        !(byMessage[String(span.message)] ?? []).some(
          (other) =>
            (violation.kind === "phrase"
              ? other.violation.kind === "phrase" && other.violation.rule === violation.rule
              : other.violation.kind !== "phrase") &&
            other.span.start < span.end &&
            span.start < other.span.end
        )
    )
  )
}
