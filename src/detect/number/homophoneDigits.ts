import { digitBit, ideographBit, kindAt, kindOf } from "../../text/characterKinds.ts"
import { numeralOf } from "../../text/numerals.ts"
import { isGrouping } from "./numberSigns.ts"

/**
 * Chinese characters that sound like a digit, by digit: "医三旧" is read as 139. They are everyday words too, so only long
 * sequences count.
 */
const byDigit = [
  "林灵铃玲领令霖凌另",
  "要医衣依腰妖伊邀",
  "儿耳而尔",
  "山伞散",
  "死寺思斯似丝",
  "舞武吴午无吾屋",
  "溜流刘留柳",
  "期妻起齐奇气其欺",
  "吧爸巴拔扒把霸",
  "酒久旧救就舅"
]

const digits = new Map(byDigit.flatMap((characters, digit) => [...characters].map((one) => [one, String(digit)])))

/** The digit that a Chinese character sounds like, if any. */
export const homophoneDigit = (character: string): string | undefined => digits.get(character)

/** This many digits and their homophones in a row form a number: the length of a Chinese mobile number. */
export const fewestHomophones = 11

/**
 * The sequence of digits, characters for digits and homophones of digits at `start`, including single blanks and
 * dashes. It ends before a word after a blank that is not entirely digits, such as the name in "… 9088 林巧".
 */
export const soundedStretch = (text: string, start: number): { readonly end: number; readonly size: number } => {
  let end = start
  let size = 0
  for (let position = start; position < text.length; position++) {
    const character = text.charAt(position)
    const afterBlank = position > end
    if (isDigit(character) || (saysDigit(character) && (!afterBlank || saysDigitsOnly(text, position)))) {
      size += 1
      end = position + 1
    } else if (afterBlank || !isGrouping(character.charCodeAt(0))) break
  }
  return { end, size }
}

const isDigit = (character: string): boolean => (kindOf(character.charCodeAt(0)) & digitBit) !== 0

const saysDigit = (character: string): boolean =>
  numeralOf(character)?.language === "chinese" || homophoneDigit(character) !== undefined

/** Whether all consecutive Chinese characters from `start` on stand for digits. */
const saysDigitsOnly = (text: string, start: number): boolean => {
  for (let position = start; position < text.length && kindAt(text, position) & ideographBit; position++) {
    if (!saysDigit(text.charAt(position))) return false
  }
  return true
}
