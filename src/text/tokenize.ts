import type { Token } from "./Token.ts"

/** A full stop after so short a word is more often an abbreviation ("тел.", "г.") than the end of a sentence. */
const longestAbbreviation = 3

const separator = 0
const letter = 1
const ideograph = 2
type CharacterClass = typeof separator | typeof letter | typeof ideograph

/** The classes of the first 0x530 code units, which is nearly all that is ever written here; the rest is asked of Unicode. */
const commonClasses = Uint8Array.from({ length: 0x530 }, (_, unit) =>
  /[\p{L}\p{M}\p{Nd}]/u.test(String.fromCharCode(unit)) ? letter : separator
)

const classOf = (text: string, position: number, unit: number): CharacterClass => {
  const common = commonClasses[unit]
  if (common !== undefined) return common === letter ? letter : separator
  const character = String.fromCodePoint(text.codePointAt(position) ?? unit)
  if (/^\p{Script=Han}$/u.test(character)) return /^\p{L}$/u.test(character) ? ideograph : separator
  return /^[\p{L}\p{M}\p{Nd}]$/u.test(character) ? letter : separator
}

const apostrophes = "'’‘ʼʻ`"

/**
 * Cuts a folded text into words and numbers, and numbers its sentences. A sentence ends at ! ? … ; a new line (unless a
 * colon or a comma stands before it) and at a full stop that a blank or the end follows.
 */
export const tokenize = (text: string): ReadonlyArray<Token> => {
  const tokens: Array<{ -readonly [Field in keyof Token]: Token[Field] }> = []
  let sentence = 0
  let position = 0
  while (position < text.length) {
    const unit = text.charCodeAt(position)
    const kind = classOf(text, position, unit)
    if (kind === separator) {
      const previous = tokens.at(-1)
      if (unit === 0x3f && previous?.sentence === sentence) previous.question = true
      if (previous?.sentence === sentence && endsSentence(text, position, previous)) sentence += 1
      position += 1
      continue
    }
    const start = position
    position += widthAt(text, position)
    if (kind === letter) position = endOfWord(text, position)
    tokens.push({ word: plainWord(text.slice(start, position)), start, end: position, sentence, question: false })
  }
  return tokens
}

const widthAt = (text: string, position: number): number => ((text.codePointAt(position) ?? 0) > 0xffff ? 2 : 1)

const endOfWord = (text: string, from: number): number => {
  let position = from
  while (position < text.length) {
    const unit = text.charCodeAt(position)
    if (classOf(text, position, unit) === letter) {
      position += widthAt(text, position)
    } else if (
      apostrophes.includes(text.charAt(position)) &&
      position + 1 < text.length &&
      classOf(text, position + 1, text.charCodeAt(position + 1)) === letter
    ) {
      position += 1
    } else break
  }
  return position
}

const plainWord = (word: string): string => word.replace(/ё/g, "е").replace(/[’‘ʼʻ`]/g, "'")

const endsSentence = (text: string, position: number, previous: Token): boolean => {
  const character = text.charAt(position)
  if (character === "!" || character === "?" || character === "…" || character === ";" || character === "。")
    return true
  if (character === "\n") return !":,".includes(lastInk(text, position))
  if (character !== ".") return false
  const next = text.charAt(position + 1)
  return (next === "" || next === " " || next === "\n" || next === ".") && previous.word.length > longestAbbreviation
}

/** The last character before `position` that is no blank; looks back a few characters only. */
const lastInk = (text: string, position: number): string => {
  for (let back = position - 1; back >= 0 && back >= position - 4; back--) {
    const character = text.charAt(back)
    if (character !== " " && character !== "\r" && character !== "\t") return character
  }
  return " "
}
