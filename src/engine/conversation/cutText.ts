import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"

/** The words from `first` to `last` (exclusive) as a separate text. */
export const cutText = (
  { tokens, symbols, ends, vocabulary }: ClassifiedTokens,
  first: number,
  last: number
): ClassifiedTokens => ({
  tokens: tokens.slice(first, last),
  symbols: symbols.slice(first, last),
  ends: ends.slice(first, last),
  vocabulary
})

/** Concatenates the words of two texts. */
export const joinTexts = (one: ClassifiedTokens, other: ClassifiedTokens): ClassifiedTokens => ({
  tokens: [...one.tokens, ...other.tokens.map((token) => ({ ...token, sentence: one.tokens.at(-1)?.sentence ?? 0 }))],
  symbols: [...one.symbols, ...other.symbols],
  ends: Uint8Array.from([...one.ends, ...other.ends]),
  vocabulary: one.vocabulary
})
