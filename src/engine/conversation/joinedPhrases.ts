import { Array as Arrays } from "effect"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { tokensWithin } from "../../detect/phrase/tokensWithin.ts"
import { conversationWindow } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { joinedMatches, remainingMatches } from "../message/detectPhrases.ts"
import type { CompiledPhraseGroup } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import { phraseViolation } from "./phraseViolation.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import { type Stretch, spansOfMatch, stretchesOf } from "./Stretch.ts"
import type { Talk } from "./Talk.ts"

/** The matches of phrases when the shop's messages are read as one text. */
export interface JoinedPhrases {
  readonly found: ReadonlyArray<Violation>
  /**
   * By rule index, the messages whose findings an exception in the next message withdraws ("ваш телефон",
   * "какой модели?").
   */
  readonly withdrawn: ReadonlyMap<number, ReadonlySet<number>>
}

/**
 * Requests, invitations and deals whose words are split across messages: "Скиньте куда", "ну мейл свой";
 * "наш телеграм", "shop_msk".
 */
export const joinedPhrases = ({ ruleSet, shop }: Talk): JoinedPhrases => {
  const found: Array<Violation> = []
  const withdrawn = new Map<number, Set<number>>()
  for (const stretch of stretchesOf(shop, ruleSet)) {
    for (const index of ruleSet.scanner.scan(stretch.text)) {
      const group = ruleSet.phraseGroups[index]
      const rule = group === undefined ? undefined : ruleSet.rules[group.rule]
      if (group === undefined || rule === undefined || group.group.confidence < leastConfidence) continue
      const matches = joinedMatches(
        remainingMatches(group.group, stretch.text, rule).filter((match) => crosses(stretch, match))
      )
      for (const match of matches) {
        const spans = spansOfMatch(stretch, match)
        if (!Arrays.isNonEmptyReadonlyArray(spans)) continue
        found.push(phraseViolation(rule, group.group.confidence, spans))
      }
    }
    for (const [rule, groups] of foundAlone(stretch)) {
      for (const { exceptOverlapping, exceptAtEnds, exceptInSentence } of groups) {
        withdraw(stretch, rule, exceptOverlapping.match(stretch.text), overlaps, withdrawn)
        withdraw(stretch, rule, exceptAtEnds.match(stretch.text), overlaps, withdrawn)
        withdraw(stretch, rule, exceptInSentence.match(stretch.text), sharesSentence, withdrawn)
      }
    }
  }
  return { found: found.filter((one) => !found.some((other) => other !== one && holds(other, one))), withdrawn }
}

/**
 * Whether another violation of the same rule contains all words of a violation; of equal ones, the one with higher
 * confidence contains the other.
 */
const holds = (whole: Violation, part: Violation): boolean =>
  whole.rule === part.rule && (whole.confidence > part.confidence || !isWithin(whole, part)) && isWithin(part, whole)

const isWithin = (part: Violation, whole: Violation): boolean =>
  part.spans.every((span) =>
    whole.spans.some(({ message, start, end }) => message === span.message && start <= span.start && span.end <= end)
  )

const crosses = (stretch: Stretch, { first, last }: PhraseMatch): boolean => {
  const { firsts, lasts, messages } = stretch
  const from = firsts[first] ?? 0
  const to = lasts[last] ?? from
  if (from === to || (messages[to]?.index ?? 0) - (messages[from]?.index ?? 0) > conversationWindow) return false
  return !isHour(stretch, first)
}

/** Words before an hour or a day: "с 14 до 18". */
const beforeHours = new Set("до с со к после около".split(" "))

/**
 * Whether a message ends with an hour, which is not an amount for the next message: "Привезём с 14 до 18", "грузчикам".
 */
const isHour = ({ text: { tokens }, firsts }: Stretch, index: number): boolean =>
  /^\d\d?$/.test(tokens[index]?.word ?? "") &&
  firsts[index + 1] !== firsts[index] &&
  firsts[index - 1] === firsts[index] &&
  beforeHours.has(tokens[index - 1]?.word ?? "")

/** By rule index, the groups with a match in one of the messages. */
const foundAlone = ({ messages }: Stretch): ReadonlyMap<number, ReadonlySet<CompiledPhraseGroup>> => {
  const found = new Map<number, Set<CompiledPhraseGroup>>()
  for (const { judgement } of messages) {
    for (const [rule, groups] of judgement.phrases.found.entries()) {
      if (groups === undefined) continue
      const known = found.get(rule) ?? new Set()
      for (const group of groups) known.add(group)
      found.set(rule, known)
    }
  }
  return found
}

/** Whether an exception withdraws a match that is in the message before the one in which the exception ends. */
type Takes = (stretch: Stretch, exception: PhraseMatch, match: PhraseMatch) => boolean

const overlaps: Takes = (_, exception, match) => exception.first <= match.last

const sharesSentence: Takes = ({ text: { tokens } }, exception, match) =>
  tokens[exception.first]?.sentence === tokens[match.last]?.sentence

/** The maximum number of words in an explanation after a question of the buyer: "ваш номер", "телефона?", "заказа". */
const longestExplanation = 4

const explains = ({ asked, isAsked, isGranted, text, judgement: { phrases } }: ShopMessage): boolean =>
  asked.length === 0 ||
  (!isGranted && phrases.text.tokens.length <= longestExplanation && !(isAsked ? yesOrNo : otherwise).test(text))

/** Denies the buyer's interpretation: "не индекс, электронную". */
const otherwise = /^\s*не\s/iu

/**
 * The beginning of an answer to the buyer's question, which does not continue a sentence: "а здесь нельзя?",
 * "нет, тут фото сжимает".
 */
const yesOrNo = /^\s*(?:да|нет|не|ага|угу|yes|yeah|no|nope|иә|жоқ|ha|yo'q|evet|hayır)(?!\p{L})/iu

/** Withdraws findings of one message by exceptions that end in the next one, if that continues or explains it. */
const withdraw = (
  stretch: Stretch,
  rule: number,
  exceptions: ReadonlyArray<PhraseMatch>,
  takes: Takes,
  withdrawn: Map<number, Set<number>>
): void => {
  for (const exception of exceptions) {
    const next = stretch.lasts[exception.last] ?? 0
    const position = next - 1
    const message = stretch.messages[position]
    const following = stretch.messages[next]
    if (message === undefined || following === undefined || !explains(following)) continue
    const base = stretch.bases[position] ?? 0
    const { tokens } = message.judgement.phrases.text
    const isTaken = (message.judgement.detections[rule] ?? []).some(({ kind, range }) => {
      if (kind !== "phrase") return false
      const { first, last } = tokensWithin(tokens, range.start, range.end)
      return takes(stretch, exception, { first: first + base, last: last + base })
    })
    if (!isTaken) continue
    const messages = withdrawn.get(rule) ?? new Set()
    withdrawn.set(rule, messages.add(message.index))
  }
}
