import { firstWhere } from "../../text/firstWhere.ts"
import type { Token } from "../../text/Token.ts"

/**
 * The indices of the first token that ends after `start` and the last one that starts before `end` (folded offsets).
 */
export const tokensWithin = (
  tokens: ReadonlyArray<Token>,
  start: number,
  end: number
): { readonly first: number; readonly last: number } => ({
  first: firstWhere(tokens.length, (index) => (tokens[index]?.end ?? 0) > start),
  last: firstWhere(tokens.length, (index) => (tokens[index]?.start ?? 0) >= end) - 1
})
