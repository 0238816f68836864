import { endsSentence } from "../../text/tokenize.ts"
import { clauseEnd, endsClause, questionMark, sentenceEnd } from "../phrase/ClassifiedTokens.ts"
import type { WordTrail } from "../phrase/WordTrail.ts"

/**
 * Computes from a word trail what follows each word, like `classify` does from tokens. `text` is the text that the
 * words were read from, folded or such that folding only lower-cases it.
 */
export const wordEnds = (text: string, { starts, ends, count }: WordTrail): Uint8Array => {
  const found = new Uint8Array(count)
  for (let index = 0; index < count; index++) {
    const start = starts[index] ?? 0
    const end = ends[index] ?? 0
    const isLast = index === count - 1
    found[index] = endOf(text, end, isLast ? text.length : (starts[index + 1] ?? 0), end - start, isLast)
  }
  return found
}

/** @param length the length of the preceding word, in UTF-16 units. */
const endOf = (text: string, from: number, to: number, length: number, isLast: boolean): number => {
  if (to - from === 1 && text.charCodeAt(from) === 0x20 && !isLast) return 0
  for (let position = from; position < to; position++) {
    const unit = text.charCodeAt(position)
    if (unit === 0x20 || !endsSentence(text, position, unit, length)) continue
    return sentenceEnd | clauseEnd | (unit === 0x3f ? questionMark : 0)
  }
  if (isLast) return sentenceEnd | clauseEnd
  return endsClause(text, from, to) ? clauseEnd : 0
}
