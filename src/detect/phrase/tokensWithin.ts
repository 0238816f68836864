import type { Token } from "../../text/Token.ts"

/** The indices of the first token that ends after `start` and of the last one that begins before `end` (folded offsets). */
export const tokensWithin = (
  tokens: ReadonlyArray<Token>,
  start: number,
  end: number
): { readonly first: number; readonly last: number } => ({
  first: lowerBound(tokens, (token) => token.end > start),
  last: lowerBound(tokens, (token) => token.start >= end) - 1
})

/** The index of the first token for which `holds`, which must be true for all after it. */
const lowerBound = (tokens: ReadonlyArray<Token>, holds: (token: Token) => boolean): number => {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    const token = tokens[middle]
    if (token !== undefined && holds(token)) high = middle
    else low = middle + 1
  }
  return low
}
