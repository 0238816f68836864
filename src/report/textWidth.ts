import { eastAsianWidth } from "get-east-asian-width"

/** Marks that are drawn onto the character before them, and the skin tones of emoji. */
const drawnOntoAnother = /^[\p{M}\p{Emoji_Modifier}]$/u

/** How many columns of a terminal a character takes: none, one, or two as Chinese characters and emoji do. */
export const characterWidth = (character: string): number => {
  const code = character.codePointAt(0) ?? 0
  // Below the first combining mark every character takes one column; this is the common case, and text is long.
  if (code < 0x300) return 1
  return drawnOntoAnother.test(character) ? 0 : eastAsianWidth(code)
}

/** How many columns a text takes that holds no control characters. */
export const textWidth = (text: string): number => {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}
