import { type FoldedText, originalRange } from "../../text/FoldedText.ts"

/** Letters that stand for digits among digits. */
const digits = new Map<string, string>(
  Object.entries({
    о: "0",
    o: "0",
    ο: "0",
    з: "3",
    б: "6",
    b: "6",
    i: "1",
    l: "1",
    і: "1",
    ı: "1",
    ι: "1",
    "|": "1",
    ч: "4",
    s: "5",
    ѕ: "5",
    в: "8",
    z: "2",
    g: "9",
    q: "9"
  })
)

/** All keys of the table: lower-case letters and the stroke. */
export const lettersForDigits: Iterable<string> = digits.keys()

export const digitForLetter = (letter: string): string | undefined => digits.get(letter)

/** Letters of which a whole chunk between digits may consist: "555 OI 23". The others usually form words. */
const wholeLetters = new Set("оoοзбilіı|s")

export const isWholeLetter = (letter: string): boolean => wholeLetters.has(letter)

/** Replaces letters by digits; a capital B resembles 8, a small one 6. */
export const digitsForLetters = (folded: FoldedText, start: number, end: number): string => {
  let read = ""
  for (let position = start; position < end; position++) {
    const character = folded.text.charAt(position)
    const isCapitalB =
      character === "b" &&
      folded.original.charAt(originalRange(folded, { start: position, end: position + 1 }).start) === "B"
    read += isCapitalB ? "8" : (digitForLetter(character) ?? character)
  }
  return read
}
