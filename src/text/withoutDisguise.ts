import type { Token } from "./Token.ts"

/**
 * A folded text with its words without their disguise, each unit in its old place: look-alike letters are those of the
 * word's own script. A word whose length would change stays as it is written.
 *
 * @param tokens of the text, in their order.
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
