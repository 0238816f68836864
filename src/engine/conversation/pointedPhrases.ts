import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { rangeOfMatch } from "../../detect/phrase/rangeOfMatch.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { Token } from "../../text/Token.ts"
import { leastConfidence } from "../message/Detection.ts"
import { joinedMatches, remainingMatches } from "../message/detectPhrases.ts"
import type { CompiledReferent, RuleSet } from "../rule/RuleSet.ts"
import type { Violation } from "../Violation.ts"
import type { BuyerWords } from "./BuyerWords.ts"
import { chosenAlternative, mayChoose } from "./chosenAlternative.ts"
import { phraseViolation } from "./phraseViolation.ts"
import type { ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"
import type { TalkWords } from "./TalkWords.ts"

/** A longer message names its topic. In words. */
const longestPointing = 40

/** The maximum number of messages back to the name that a word refers to. */
const farthestName = 6

/** Lower than for words that name it themselves. */
const confidence = 0.8

/**
 * The matches of phrases when referring words are replaced by what they refer to: "берите там" after "на озоне",
 * "давайте её" after "могу дать почту". The reference is to what either side named last before the word.
 */
export const pointedPhrases = ({ ruleSet, shop, buyer, words: spoken }: Talk): ReadonlyArray<Violation> =>
  shop.flatMap((message) => {
    const { text } = message.judgement.phrases
    if (message.cues.length === 0 || text.tokens.length > longestPointing || choosesLast(message, buyer)) return nothing
    return message.cues.flatMap((index) => {
      const cue = ruleSet.neighbourCues[index]
      if (cue?.kind !== "referent" || cue.referent.except.match(text).length > 0) return nothing
      const { rule, referent } = cue
      return referent.pointing
        .match(text)
        .filter((words) => isNamed(referent, message, words, spoken))
        .flatMap((words) => judge(ruleSet, rule, message, words, referent))
    })
  })

const nothing: ReadonlyArray<Violation> = []

/**
 * Whether the answer chooses the second alternative, so that it is a reply and does not refer to earlier names:
 * "в ватсап или сюда?" – "второе".
 */
const choosesLast = ({ asked, judgement }: ShopMessage, buyer: BuyerWords): boolean =>
  mayChoose(judgement.phrases.text) &&
  chosenAlternative(
    judgement.phrases.text,
    asked.map((index) => buyer.read(index))
  )?.isLast === true

/** Whether the thing was the last one named before the referring words. */
const isNamed = (
  { named, exceptNamed, first: isFirstMeant }: CompiledReferent,
  message: ShopMessage,
  { first, last }: PhraseMatch,
  spoken: TalkWords
): boolean => {
  const { text } = message.judgement.phrases
  for (let back = 0; back <= farthestName; back++) {
    const words = back === 0 ? text : spoken.read(message.index - back, message)
    if (words === undefined) continue
    const end = back === 0 ? first : words.tokens.length
    const names = named.match(words)
    const others = exceptNamed.match(words)
    if (isFirstMeant && names.length + others.length > 0) return firstOf(names) < firstOf(others)
    const name = lastBefore(names, end)
    const other = lastBefore(others, end)
    if (name >= 0 || other >= 0) return name > other
  }
  // If it was not named before, it may be named later in the message: "На какой вам набирать, Маркет нам его
  // звёздочками закрывает".
  return named.match(text).some((match) => match.first > last)
}

const firstOf = (matches: ReadonlyArray<PhraseMatch>): number =>
  matches.reduce((earliest, { first }) => Math.min(earliest, first), Number.POSITIVE_INFINITY)

const lastBefore = (matches: ReadonlyArray<PhraseMatch>, end: number): number =>
  matches.reduce((latest, { last }) => (last < end ? Math.max(latest, last) : latest), -1)

const judge = (
  ruleSet: RuleSet,
  ruleIndex: number,
  message: ShopMessage,
  words: PhraseMatch,
  referent: CompiledReferent
): ReadonlyArray<Violation> => {
  const rule = ruleSet.rules[ruleIndex]
  if (rule === undefined) return nothing
  const { text } = message.judgement.phrases
  const read = textWith(text, words, referent.reads)
  const lastRead = words.first + referent.reads.length - 1
  const longer = lastRead - words.last
  /** Maps a match in the replaced text to words of the message. */
  const wordsOf = ({ first, last }: PhraseMatch): PhraseMatch => ({
    first: Math.min(first, words.first),
    last: Math.max(last - longer, words.last)
  })
  const byPhrases = ruleSet.scanner.scan(read).flatMap((index) => {
    const { rule: of, group } = ruleSet.phraseGroups[index] ?? {}
    if (of !== ruleIndex || group === undefined || group.confidence < leastConfidence) return []
    return remainingMatches(group, read, rule)
  })
  const matches = [...byPhrases, ...referent.match.match(read)]
    .filter(({ first, last }) => first <= lastRead && last >= words.first)
    .map(wordsOf)
  const { folded } = message.judgement.reading
  return joinedMatches(matches).map((match) =>
    phraseViolation(rule, confidence, [
      { message: message.index, ...originalRange(folded, rangeOfMatch(text.tokens, match)) }
    ])
  )
}

/** The words of a message with the referring words replaced. */
const textWith = (
  text: ClassifiedTokens,
  { first, last }: PhraseMatch,
  reads: ReadonlyArray<string>
): ClassifiedTokens => {
  const { tokens, symbols, ends, vocabulary } = text
  const opening = tokens[first]
  const closing = tokens[last]
  if (opening === undefined || closing === undefined) return text
  const isLast = (index: number): boolean => index === reads.length - 1
  const read = reads.map(
    (word, index): Token => ({ ...opening, word, end: closing.end, question: isLast(index) && closing.question })
  )
  return {
    tokens: [...tokens.slice(0, first), ...read, ...tokens.slice(last + 1)],
    symbols: [
      ...symbols.slice(0, first),
      ...reads.map((word) => vocabulary.symbolOf(word)),
      ...symbols.slice(last + 1)
    ],
    ends: Uint8Array.from([
      ...ends.subarray(0, first),
      ...reads.map((_, index) => (isLast(index) ? (ends[last] ?? 0) : 0)),
      ...ends.subarray(last + 1)
    ]),
    vocabulary
  }
}
