import type { TextRange } from "../../text/FoldedText.ts"
import { fold } from "../../text/fold.ts"
import { tokenize } from "../../text/tokenize.ts"

/** The endings of Russian names and surnames in all cases. */
const endings = new Set(
  "а я ы и у ю е о й ь ой ей ою ею ом ем ью ий ый ии ия ию ией ием ая яя ую юю ого его ому ему ым им ых их ыми ими ами ями ах ях ам ям ов ев".split(
    " "
  )
)

/** A vowel that an ending drives out: Павел – Павла, Лев – Льва, Донец – Донца. */
const fleetingVowel = /^(.+)[ео]([бвгдзклмнпрстфхцчшщ])$/

/** A shorter stem would tell a name from no other word: "Ли" is found as it is written. */
const shortestStem = 2

/** Words of an alphabet without these endings are found with a little more at their end: "Anna" in "Anna's". */
const longestOtherEnding = 3

const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}+$/u.test(word)

/** What the cases of a name begin with; what follows is an ending. */
const stemsOf = (name: string): ReadonlyArray<string> => {
  const stem = name.replace(/([иыо]й|[аяйьоеыиую])$/, "")
  const [, before = "", after = ""] = fleetingVowel.exec(name) ?? []
  const stems = [stem, ...(before === "" ? [] : [before + after, `${before}ь${after}`])]
  return stems
    .flatMap((one) =>
      // Наталья and Наталия are one name.
      /[ьи]$/.test(one) && one !== name ? [one, `${one.slice(0, -1)}ь`, `${one.slice(0, -1)}и`] : [one]
    )
    .filter((one) => one.length >= shortestStem)
}

/** Whether a word is the name, in any case where the name is one that is declined. */
const namedBy = (name: string): ((word: string) => boolean) => {
  if (!isCyrillic(name)) return (word) => word.startsWith(name) && word.length <= name.length + longestOtherEnding
  const stems = stemsOf(name)
  return (word) => word === name || stems.some((stem) => word.startsWith(stem) && endings.has(word.slice(stem.length)))
}

/** Chinese names stand among other characters without blanks. */
const chineseName = /\p{Script=Han}{2,}/gu

const everywhere = (text: string, part: string): ReadonlyArray<TextRange> => {
  const found: Array<TextRange> = []
  for (let start = text.indexOf(part); start >= 0; start = text.indexOf(part, start + part.length)) {
    found.push({ start, end: start + part.length })
  }
  return found
}

/**
 * The words of the buyer's name in a folded text, in any case of the declension: "Ирина" is found in "Ирине", "Павел" in
 * "Павлу". A diminutive that the shop made of the name is another word, and is not found.
 *
 * @param customerName as the marketplace tells it.
 */
export const nameRanges = (text: string, customerName: string): ReadonlyArray<TextRange> => {
  const { text: folded } = fold(customerName)
  const names = tokenize(folded)
    .map(({ word }) => word)
    // An initial would be found in every word of one letter.
    .filter((word) => word.length > 1)
    .map(namedBy)
  const words = names.length === 0 ? [] : tokenize(text).filter(({ word }) => names.some((isNamed) => isNamed(word)))
  return [...words, ...(folded.match(chineseName) ?? []).flatMap((name) => everywhere(text, name))]
}
