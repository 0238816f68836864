import type { Token } from "../../text/Token.ts"
import type { ContactRange } from "../ContactKind.ts"
import { tokensWithin } from "./tokensWithin.ts"
import type { Vocabulary } from "./Vocabulary.ts"

/** The words of a message as seen by phrases. */
export interface ClassifiedTokens {
  readonly tokens: ReadonlyArray<Token>
  readonly vocabulary: Vocabulary
  /** The symbol of each word. */
  readonly symbols: ReadonlyArray<number>
  /** What follows each word before the next one: a combination of `clauseEnd`, `sentenceEnd` and `questionMark`. */
  readonly ends: Uint8Array
}

export const clauseEnd = 1
export const sentenceEnd = 2
export const questionMark = 4

/**
 * Looks up the symbols of words. `text` is the folded text of the tokens; without it, commas are ignored. The words of
 * `contacts` also get the classes of their kinds.
 */
export const classify = (
  tokens: ReadonlyArray<Token>,
  vocabulary: Vocabulary,
  text = "",
  contacts: ReadonlyArray<ContactRange> = []
): ClassifiedTokens => {
  const symbols: Array<number> = []
  const ends = new Uint8Array(tokens.length)
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index]
    if (token === undefined) break
    symbols.push(vocabulary.symbolOf(token.word))
    const next = tokens[index + 1]
    const last = next === undefined || next.sentence !== token.sentence
    const closesClause = last || endsClause(text, token.end, next.start)
    ends[index] = (token.question ? questionMark : 0) | (last ? sentenceEnd : 0) | (closesClause ? clauseEnd : 0)
  }
  for (const { kind, start, end } of contacts) {
    const { first, further } = vocabulary.contactClasses(kind)
    const range = tokensWithin(tokens, start, end)
    for (let index = range.first; index <= range.last; index++) {
      symbols[index] = vocabulary.symbolWith(symbols[index] ?? 0, index === range.first ? first : further)
    }
  }
  return { tokens, vocabulary, symbols, ends }
}

/** Whether a comma, colon, bracket or line break, or a dash before a blank, stands between two words. */
export const endsClause = (text: string, from: number, to: number): boolean => {
  if (to - from === 1 && text.charCodeAt(from) === 0x20) return false
  for (let position = from; position < to; position++) {
    const character = text.charAt(position)
    if (character !== "" && ",:()[]\n".includes(character)) return true
    if (character !== "" && ".-–—".includes(character) && text.charAt(position + 1) === " ") return true
  }
  return false
}
