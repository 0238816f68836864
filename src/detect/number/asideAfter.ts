import { digitBit, kindOf, letterBit } from "../../text/characterKinds.ts"
import { isNumberFiller, isPassingFiller } from "./numberFillers.ts"
import { numeralsInWord } from "./numeralsInWord.ts"

const openings = "([{"
const closings = ")]}"

/** A longer remark in brackets separates two numbers. In UTF-16 units. */
const longestAside = 32

const mostWords = 4

const prefixWords = new Set("сами впереди спереди поставьте добавьте перед вначале yourself first".split(" "))

/** A remark in brackets between the parts of a number. */
export interface Aside {
  /** After the closing bracket. */
  readonly end: number
  readonly words: number
  /**
   * Whether it implies that the number continues: "(это мтс)", or anything in square or curly brackets, which hides the
   * number.
   */
  readonly continues: boolean
}

/** The remark in brackets at `start`, if it contains no digits or number words: "8 916 (это мтс) 204 30 41". */
export const asideAfter = (text: string, start: number): Aside | undefined => {
  const kind = openings.indexOf(text.charAt(start))
  if (kind < 0) return undefined
  const closing = closings.charAt(kind)
  let end = start + 1
  let letters = 0
  while (end < text.length && end - start <= longestAside && text.charAt(end) !== closing) {
    const bits = kindOf(text.charCodeAt(end))
    if (bits & digitBit) return undefined
    if (bits & letterBit) letters += 1
    end += 1
  }
  if (text.charAt(end) !== closing || letters < 2) return undefined
  const words = text
    .slice(start + 1, end)
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== "")
  if (words.length > mostWords) return undefined
  // "(восьмёрку сами)" refers to the omitted prefix.
  const speaksOfPrefix = words.some((word) => prefixWords.has(word))
  if (!speaksOfPrefix && words.some((word) => numeralsInWord(word).length > 0)) return undefined
  return { end: end + 1, words: words.length, continues: kind > 0 || speaksOfPrefix || words.some(impliesMore) }
}

const impliesMore = (word: string): boolean => isNumberFiller(word) && !isPassingFiller(word)
