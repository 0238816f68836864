import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatch } from "../../detect/phrase/PhraseMatcher.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { Token } from "../../text/Token.ts"
import type { RuleSet } from "../rule/RuleSet.ts"
import type { MessageSpan } from "../Violation.ts"
import { isNear, type ShopMessage } from "./ShopMessage.ts"

/** Messages of the shop that are read as one text, because a sentence may continue from each to the next. */
export interface Stretch {
  readonly messages: ReadonlyArray<ShopMessage>
  readonly text: ClassifiedTokens
  /** For each word of `text`, the messages in which it starts and ends (positions in `messages`). */
  readonly firsts: ReadonlyArray<number>
  readonly lasts: ReadonlyArray<number>
  /** For each message, the index of its first word in `text`. */
  readonly bases: ReadonlyArray<number>
}

/** After the buyer has answered, the shop continues its sentence only with a few words: "ну мейл свой". */
const shortContinuation = 6

/** Splits the shop's messages into stretches of at least two. */
export const stretchesOf = (shop: ReadonlyArray<ShopMessage>, ruleSet: RuleSet): ReadonlyArray<Stretch> => {
  const found: Array<Stretch> = []
  let first = 0
  for (let position = 1; position <= shop.length; position++) {
    const previous = shop[position - 1]
    const message = shop[position]
    if (previous !== undefined && message !== undefined && goesOn(previous, message)) continue
    if (position - first > 1) found.push(stretchOf(shop.slice(first, position), ruleSet))
    first = position
  }
  return found
}

const wordsOf = ({ judgement }: ShopMessage): ClassifiedTokens => judgement.phrases.text

/** If the buyer asks how the sentence continues, the shop continues at greater length: "впишите мне сюда", "что?". */
const longerContinuation = 14

const goesOn = (previous: ShopMessage, message: ShopMessage): boolean =>
  isNear(previous, message) &&
  (message.asked.length === 0 ||
    wordsOf(message).tokens.length <= (message.isAsked ? longerContinuation : shortContinuation))

const stretchOf = (messages: ReadonlyArray<ShopMessage>, ruleSet: RuleSet): Stretch => {
  const { vocabulary } = ruleSet
  const tokens: Array<Token> = []
  const symbols: Array<number> = []
  const ends: Array<number> = []
  const firsts: Array<number> = []
  const lasts: Array<number> = []
  const bases: Array<number> = []
  for (const [position, message] of messages.entries()) {
    const words = wordsOf(message)
    const previous = messages[position - 1]
    const last = tokens.length - 1
    const opening = words.tokens[0]
    let from = 0
    let sentence = (tokens[last]?.sentence ?? -1) + 1
    if (previous !== undefined && last >= 0 && opening !== undefined) {
      const ended = endsSentence(previous, message)
      ends[last] = ((ends[last] ?? 0) & questionMark) | (ended ? sentenceEnd | clauseEnd : clauseEnd)
      if (!ended) sentence -= 1
      const glued = gluedSymbol(previous, tokens[last], symbols[last] ?? 0, words, ruleSet)
      const before = tokens[last]
      if (glued !== undefined && before !== undefined) {
        tokens[last] = { ...before, word: before.word + opening.word }
        symbols[last] = glued
        ends[last] = words.ends[0] ?? 0
        lasts[last] = position
        from = 1
      }
    }
    bases.push(tokens.length - from)
    for (let index = from; index < words.tokens.length; index++) {
      const token = words.tokens[index]
      if (token === undefined) break
      tokens.push({ ...token, sentence: token.sentence + sentence })
      symbols.push(words.symbols[index] ?? 0)
      ends.push(words.ends[index] ?? 0)
      firsts.push(position)
      lasts.push(position)
    }
  }
  const text: ClassifiedTokens = { tokens, vocabulary, symbols, ends: Uint8Array.from(ends) }
  return { messages, text, firsts, lasts, bases }
}

/**
 * Whether a sentence ends between two messages: at a full stop, or before a capital letter unless a colon or comma
 * precedes it.
 */
const endsSentence = (previous: ShopMessage, message: ShopMessage): boolean => {
  const end = previous.text.trimEnd().slice(-1)
  if (".!?…;。！？".includes(end)) return true
  if (":,—–-，：".includes(end)) return false
  // A single name is always capitalized, and so is the answer to a question about the sentence.
  if (message.isAsked || (message.asked.length === 0 && wordsOf(message).tokens.length <= 2)) return false
  const [letter = ""] = /\p{L}/u.exec(message.text) ?? []
  return letter !== letter.toLowerCase()
}

/** The maximum length of each part of a split name. */
const longestHalf = 8

/** The minimum length of such a name. */
const shortestName = 5

/**
 * The symbol of the word formed by the last word of one message and the only word of the next, if phrases know it:
 * "ват", "сап".
 */
const gluedSymbol = (
  previous: ShopMessage,
  before: Token | undefined,
  symbolBefore: number,
  words: ClassifiedTokens,
  { vocabulary }: RuleSet
): number | undefined => {
  const [opening] = words.tokens
  if (before === undefined || opening === undefined || words.tokens.length !== 1) return undefined
  if (!/\p{L}\s*[-–—.…]*\s*$/u.test(previous.text)) return undefined
  const { length } = before.word
  if (length > longestHalf || opening.word.length > longestHalf) return undefined
  if (length + opening.word.length < shortestName) return undefined
  const symbol = vocabulary.symbolOf(before.word + opening.word)
  const known = [...vocabulary.classesOf(symbolBefore), ...vocabulary.classesOf(words.symbols[0] ?? 0)]
  return vocabulary.classesOf(symbol).every((wordClass) => known.includes(wordClass)) ? undefined : symbol
}

/** The spans of a match in the messages, in order. */
export const spansOfMatch = (stretch: Stretch, { first, last }: PhraseMatch): ReadonlyArray<MessageSpan> => {
  const spans: Array<MessageSpan> = []
  const from = stretch.firsts[first] ?? 0
  const to = stretch.lasts[last] ?? from
  for (let position = from; position <= to; position++) {
    const message = stretch.messages[position]
    if (message === undefined) break
    const { tokens } = wordsOf(message)
    const base = stretch.bases[position] ?? 0
    const opening = tokens[position === from ? first - base : 0]
    const closing = tokens[position === to ? last - base : tokens.length - 1]
    if (opening === undefined || closing === undefined) continue
    const range = { start: opening.start, end: closing.end }
    const { start, end } = originalRange(message.judgement.reading.folded, range)
    spans.push({ message: message.index, start, end })
  }
  return spans
}
