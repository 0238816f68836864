import { eastAsianWidth } from "get-east-asian-width"

/** Combining marks and the skin tones of emoji, which take no column of their own. */
const zeroWidth = /^[\p{M}\p{Emoji_Modifier}]$/u

/** The columns that a character takes in a terminal: 0, 1, or 2 for Chinese characters and emoji. */
export const characterWidth = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  // A fast path: every character below the first combining mark takes one column.
  if (code < 0x300) return 1
  return zeroWidth.test(character) ? 0 : eastAsianWidth(code)
}

/** The columns that a text without control characters takes. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}
