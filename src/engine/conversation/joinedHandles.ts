import { Array as Arrays } from "effect"
import { handleCandidates } from "../../detect/handleCandidates.ts"
import { namesUnderscore, spelledHandles } from "../../detect/spelledHandles.ts"
import { originalRange } from "../../text/FoldedText.ts"
import { fold } from "../../text/fold.ts"
import { leastConfidence } from "../message/Detection.ts"
import { judgeMessage, type MessageJudgement } from "../message/judgeMessage.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { JoinedText } from "./JoinedText.ts"
import { joinedPhrases } from "./joinedPhrases.ts"
import { phraseViolation } from "./phraseViolation.ts"
import { pointedPhrases } from "./pointedPhrases.ts"
import { replies } from "./replies.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"
import { type Talk, talkOf } from "./Talk.ts"

/** A longer message is no part of a name. In words. */
const longestPart = 8

/** The maximum number of messages with parts of a name. */
const mostParts = 5

/** An underscore typed at the beginning or end of a message. */
const typedSign = /^_[a-z\d]|[a-z\d]_$/

/** Whether a message contains a spelled or typed underscore. */
const holdsSign = ({ judgement }: ShopMessage): boolean => {
  const { text } = judgement.reading.folded
  return typedSign.test(text) || namesUnderscore(text)
}

/**
 * Account names that are split across messages, with spelled signs between the parts: "собачка lampa",
 * "нижнее подчёркивание", "dekor". The parts are joined and judged as one message in the place of the first.
 */
export const joinedHandles = (
  talk: Talk,
  judgements: ReadonlyArray<MessageJudgement | undefined>
): ReadonlyArray<Violation> => partsOfNames(talk.shop).flatMap((parts) => judgeParts(talk, judgements, parts))

/** Runs of short messages around one with the sign. */
const partsOfNames = (shop: ReadonlyArray<ShopMessage>): ReadonlyArray<ReadonlyArray<ShopMessage>> => {
  const found: Array<ReadonlyArray<ShopMessage>> = []
  let done = 0
  for (const [position, message] of shop.entries()) {
    if (position < done || !isPart(message) || !holdsSign(message)) continue
    let first = position
    while (first > done && position - first < mostParts && goesOn(shop[first - 1], shop[first])) first -= 1
    let last = position
    while (last - first < mostParts && goesOn(shop[last], shop[last + 1])) last += 1
    if (last > first) found.push(shop.slice(first, last + 1))
    done = last + 1
  }
  return found
}

/** Whether a message is only a typed part of a name: "kover", "_nn". */
const isTyped = (text: string): boolean => /^[a-z\d_.-]{1,32}$/i.test(text)

/** Whether a message may contain a part of a name: Latin letters or digits, the sign, or a single word. */
const isPart = (message: ShopMessage): boolean =>
  message.judgement.phrases.text.tokens.length <= longestPart &&
  (/[a-z\d]/i.test(message.text) || holdsSign(message) || /^\p{L}+$/u.test(message.text.trim()))

const goesOn = (one: ShopMessage | undefined, other: ShopMessage | undefined): boolean =>
  one !== undefined && other !== undefined && isPart(one) && isPart(other) && isNear(one, other)

const judgeParts = (
  { ruleSet, conversation }: Talk,
  judgements: ReadonlyArray<MessageJudgement | undefined>,
  parts: ReadonlyArray<ShopMessage>
): ReadonlyArray<Violation> => {
  const joined = new JoinedText()
  for (const [at, { index, text }] of parts.entries()) {
    const isGlued = isTyped(text) && isTyped(parts[at - 1]?.text ?? "")
    joined.add(index, text, { start: 0, end: text.length }, isGlued ? "" : " ")
  }
  const folded = fold(joined.text)
  const names = [...spelledHandles(folded.text), ...handleCandidates(folded.text)]
    .map((name) => originalRange(folded, name))
    .filter((name) => joined.crossingSpansOf(name) !== undefined)
  const index = parts[0]?.index
  if (names.length === 0 || index === undefined) return []
  const pieces = new Set(parts.map((part) => part.index))
  const messages = conversation.messages.map((message, at) => {
    if (at === index) return { ...message, text: joined.text }
    return pieces.has(at) ? { ...message, text: "" } : message
  })
  const together = { ...conversation, messages }
  const judgement = judgeMessage(ruleSet, together, index)
  const joinedTalk = talkOf(
    ruleSet,
    together,
    judgements.map((one, at) => {
      if (at === index) return judgement
      return pieces.has(at) ? undefined : one
    })
  )
  const alone = (judgement?.detections ?? []).flatMap((detections, rule): ReadonlyArray<Violation> => {
    const broken = ruleSet.rules[rule]
    if (judgement === undefined || broken === undefined) return []
    return detections
      .filter(({ kind, confidence }) => kind === "phrase" && confidence >= leastConfidence)
      .map(({ confidence, range }) =>
        phraseViolation(broken, confidence, [{ message: index, ...originalRange(judgement.reading.folded, range) }])
      )
  })
  const found = [...alone, ...joinedPhrases(joinedTalk).found, ...replies(joinedTalk), ...pointedPhrases(joinedTalk)]
  const holdsName = ({ message, start, end }: MessageSpan): boolean =>
    message === index && names.some((name) => start < name.end && name.start < end)
  return found.flatMap((violation): ReadonlyArray<Violation> => {
    if (!violation.spans.some(holdsName)) return []
    const spans = violation.spans.flatMap(
      (span): ReadonlyArray<MessageSpan> => (span.message === index ? joined.spansOf(span) : [span])
    )
    const isSplit = spans.filter(({ message }) => pieces.has(message)).length > 1
    return isSplit && Arrays.isNonEmptyReadonlyArray(spans) ? [{ ...violation, spans }] : []
  })
}
