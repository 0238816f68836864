import type { ContactKind, ContactRange } from "../detect/ContactKind.ts"
import { type ClassifiedTokens, clauseEnd } from "../detect/phrase/ClassifiedTokens.ts"
import { tokensWithin } from "../detect/phrase/tokensWithin.ts"
import type { TextRange } from "../text/FoldedText.ts"
import type { PhraseReading } from "./message/PhraseReading.ts"
import type { Highlight } from "./rule/RuleFile.ts"

/** The maximum number of words added on each side if nothing delimits the clause. */
const mostWords = 8

/** Words that start another clause without a comma ("пришлите фото или позвоните"). */
const openingWords = new Set("или либо а но зато or but ya ama veya yoki lekin әлде немесе бірақ".split(" "))

/** Words that start a clause, but after a clause usually continue it ("пять звёзд и молчок"). */
const joiningWords = new Set("и да and ve va және hamda".split(" "))

/**
 * Returns a function that extends a match to what a reviewer would mark: a phrase matches the decisive words, but a
 * reader needs the whole proposal. Its offsets refer to the folded text.
 */
export const makeHighlighter = (
  { unit, without = [] }: Highlight,
  { text, contacts }: PhraseReading
): ((matched: TextRange) => TextRange) => {
  const { tokens } = text
  const { lastOf, firstOf } = contactEdges(contacts, without, tokens)
  const firstBefore = (from: number): number => {
    let first = from
    const opening = Math.max(0, first - mostWords)
    while (first > opening && !isParted(text, first - 1) && !firstOf.has(first - 1)) {
      const word = tokens[first - 1]?.word ?? ""
      if (openingWords.has(word) || joiningWords.has(word)) break
      first -= 1
    }
    return first
  }
  const lastBehind = (from: number): number => {
    let last = from
    const closing = Math.min(tokens.length - 1, last + mostWords)
    while (last < closing && !isParted(text, last) && !lastOf.has(last + 1)) {
      if (openingWords.has(tokens[last + 1]?.word ?? "")) break
      last += 1
    }
    return last
  }
  return (matched) => {
    const within = tokensWithin(tokens, matched.start, matched.end)
    let { first, last } = within
    for (let end = lastOf.get(first); end !== undefined && end < last; end = lastOf.get(first)) first = end + 1
    for (let begin = firstOf.get(last); begin !== undefined && begin > first; begin = firstOf.get(last))
      last = begin - 1
    // A sign at the edge of the match is not a word, as in "минус 10 %".
    const opens = first === within.first ? matched.start : tokens[first]?.start
    const closes = last === within.last ? matched.end : tokens[last]?.end
    const from = unit === "clause" ? firstBefore(first) : first
    const to = unit === "clause" ? lastBehind(last) : last
    return {
      start: (from < first ? tokens[from]?.start : opens) ?? matched.start,
      end: (to > last ? tokens[to]?.end : closes) ?? matched.end
    }
  }
}

const isParted = ({ ends }: ClassifiedTokens, index: number): boolean => ((ends[index] ?? 0) & clauseEnd) !== 0

/** The last words of contacts by their first words, and vice versa. */
interface ContactEdges {
  readonly lastOf: ReadonlyMap<number, number>
  readonly firstOf: ReadonlyMap<number, number>
}

const contactEdges = (
  contacts: ReadonlyArray<ContactRange>,
  kinds: ReadonlyArray<ContactKind>,
  tokens: ClassifiedTokens["tokens"]
): ContactEdges => {
  const lastOf = new Map<number, number>()
  const firstOf = new Map<number, number>()
  for (const { kind, start, end } of contacts) {
    if (!kinds.includes(kind)) continue
    const { first, last } = tokensWithin(tokens, start, end)
    lastOf.set(first, last)
    firstOf.set(last, first)
  }
  return { lastOf, firstOf }
}
