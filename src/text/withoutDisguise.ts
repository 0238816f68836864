import type { Token } from "./Token.ts"

/**
 * A folded text with the disguises of its words removed and all offsets unchanged. A word whose length would change is
 * left as written.
 *
 * @param tokens the tokens of the text, in order.
 */
export const withoutDisguise = (text: string, tokens: ReadonlyArray<Token>): string => {
  let plain = ""
  let copied = 0
  for (const { word, start, end } of tokens) {
    if (word.length !== end - start || text.startsWith(word, start)) continue
    plain += text.slice(copied, start) + word
    copied = end
  }
  return copied === 0 ? text : plain + text.slice(copied)
}
