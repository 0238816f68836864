import { digitBit, kindAt, kindOf, letterBit } from "../text/characterKinds.ts"
import type { Numeral } from "../text/Numeral.ts"
import { numeralOf } from "../text/numerals.ts"

/** "четырнадцать" and the like. */
const longestSpacedWord = 12

/** The number word whose letters are set apart and begin at `start`, and where it ends: "в о с е м ь". */
export const spacedNumeral = (
  text: string,
  start: number,
  end: number
): { readonly numeral: Numeral; readonly end: number } | undefined => {
  let word = text.slice(start, end)
  let last = end
  while (word.length < longestSpacedWord && text.charAt(last) === " ") {
    const isLetter = kindOf(text.charCodeAt(last + 1)) & letterBit & ~digitBit
    if (!isLetter || (last + 2 < text.length && kindAt(text, last + 2) !== 0)) break
    word += text.charAt(last + 1)
    last += 2
  }
  const numeral = word.length > 2 ? numeralOf(word.replace(/ё/g, "е")) : undefined
  return numeral === undefined || numeral.weak ? undefined : { numeral, end: last }
}
