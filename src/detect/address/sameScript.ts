import { cyrillicBit, kindOf, latinBit } from "../../text/characterKinds.ts"
import { type FoldedText, originalRange } from "../../text/FoldedText.ts"
import type { AddressToken } from "./AddressToken.ts"

/** Whether a name may precede a top-level domain: they share a script, or the name has no letters. */
export const sameScript = (name: string, top: string): boolean => {
  const scripts = scriptsOf(name)
  return scripts === 0 || (scripts & scriptsOf(top)) !== 0
}

/** The flags of the scripts, Latin and Cyrillic, in a word. */
export const scriptsOf = (word: string): number => {
  let scripts = 0
  for (let position = 0; position < word.length; position++) {
    scripts |= kindOf(word.charCodeAt(position)) & (latinBit | cyrillicBit)
  }
  return scripts
}

/** Whether a token starts with a capital in the original text. */
export const startsCapital = (folded: FoldedText, token: AddressToken): boolean => {
  const { start } = originalRange(folded, { start: token.start, end: token.start + 1 })
  const character = folded.original.charAt(start)
  return character !== character.toLowerCase()
}
