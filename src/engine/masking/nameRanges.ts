import type { TextRange } from "../../text/FoldedText.ts"
import { fold } from "../../text/fold.ts"
import { tokenize } from "../../text/tokenize.ts"

/** The case endings of Russian first names and surnames. */
const endings = new Set(
  "а я ы и у ю е о й ь ой ей ою ею ом ем ью ий ый ии ия ию ией ием ая яя ую юю ого его ому ему ым им ых их ыми ими ами ями ах ях ам ям ов ев".split(
    " "
  )
)

/** A vowel that disappears before endings: Павел – Павла, Лев – Льва, Донец – Донца. */
const fleetingVowel = /^(.+)[ео]([бвгдзклмнпрстфхцчшщ])$/

/** Shorter stems match too many words: "Ли" is found only in that form. */
const shortestStem = 2

/** In alphabets without these endings, a short suffix is allowed: "Anna" in "Anna's". */
const longestOtherEnding = 3

const isCyrillic = (word: string): boolean => /^\p{Script=Cyrillic}+$/u.test(word)

/** The stems of a name, which are followed by case endings. */
const stemsOf = (name: string): ReadonlyArray<string> => {
  const stem = name.replace(/([иыо]й|[аяйьоеыиую])$/, "")
  const [, before = "", after = ""] = fleetingVowel.exec(name) ?? []
  const stems = [stem, ...(before === "" ? [] : [before + after, `${before}ь${after}`])]
  return stems
    .flatMap((one) =>
      // Наталья and Наталия are the same name.
      /[ьи]$/.test(one) && one !== name ? [one, `${one.slice(0, -1)}ь`, `${one.slice(0, -1)}и`] : [one]
    )
    .filter((one) => one.length >= shortestStem)
}

/** Returns a test for whether a word is the name, in any case if it is declined. */
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
 * The words of the buyer's name in a folded text, in any grammatical case: "Ирина" is found in "Ирине", "Павел" in
 * "Павлу". Diminutives are not found.
 *
 * @param customerName as provided by the marketplace.
 */
export const nameRanges = (text: string, customerName: string): ReadonlyArray<TextRange> => {
  const { text: folded } = fold(customerName)
  const names = tokenize(folded)
    .map(({ word }) => word)
    // An initial would match every one-letter word.
    .filter((word) => word.length > 1)
    .map(namedBy)
  const words = names.length === 0 ? [] : tokenize(text).filter(({ word }) => names.some((isNamed) => isNamed(word)))
  return [...words, ...(folded.match(chineseName) ?? []).flatMap((name) => everywhere(text, name))]
}
