import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "../../detect/phrase/ClassifiedTokens.ts"
import { cutText, joinTexts } from "./cutText.ts"

/** What an answer chooses by its place among two things that the buyer asked for, and where it says so. */
export interface ChosenAlternative {
  /** The half of the question that names it, as it stands and with the word that both halves share: "в ватсап", "в ватсап скинуть". */
  readonly questions: ReadonlyArray<ClassifiedTokens>
  /** Whether it chooses what was named last. */
  readonly isLast: boolean
  /** The index in the answer of the word that chooses. */
  readonly word: number
}

const firstWords = new Set(
  "первое первый первая первую первого первом first former ilki birincisi бірінші біріншісі birinchisi".split(" ")
)
const secondWords = new Set(
  "второе второй вторая вторую второго втором second latter ikincisi екінші екіншісі ikkinchisi".split(" ")
)

/** What stands between two things of which one is to be chosen. */
const alternatives = new Set("или либо or veya yoksa yoki ёки немесе әлде".split(" "))

/** An answer that chooses says so at once, and little else. In words. */
const mostBefore = 4
const longestChoice = 14

/**
 * "на карту или через маркет?" – "второе, давайте": the half of the buyer's question that an answer chooses by its place; undefined where
 * it chooses none so. A half begins at the beginning of the buyer's message, or behind the word for "or".
 */
export const chosenAlternative = (
  answer: ClassifiedTokens,
  asked: ReadonlyArray<ClassifiedTokens>
): ChosenAlternative | undefined => {
  const word = choosingWord(answer)
  if (word < 0) return undefined
  for (const text of asked.toReversed()) {
    const between = text.tokens.findIndex((token) => alternatives.has(token.word))
    if (between <= 0) continue
    const { length } = text.tokens
    const isLast = secondWords.has(answer.tokens[word]?.word ?? "")
    const questions = !isLast
      ? [asQuestion(cutText(text, 0, between)), joinTexts(cutText(text, 0, between), cutText(text, length - 1, length))]
      : [cutText(text, between + 1, length), joinTexts(cutText(text, 0, 1), cutText(text, between + 1, length))]
    return { questions, isLast, word }
  }
  return undefined
}

/** A half that the question mark of the whole does not stand behind. */
const asQuestion = (half: ClassifiedTokens): ClassifiedTokens => ({
  ...half,
  tokens: half.tokens.map((token) => ({ ...token, question: true })),
  ends: half.ends.map((end, index) =>
    index === half.ends.length - 1 ? end | questionMark | sentenceEnd | clauseEnd : end
  )
})

/** The index of the word with which an answer chooses, -1 where it does not. */
const choosingWord = ({ tokens }: ClassifiedTokens): number =>
  tokens.length > longestChoice
    ? -1
    : tokens.slice(0, mostBefore).findIndex(({ word }) => firstWords.has(word) || secondWords.has(word))

/** Whether a text may be such an answer. */
export const mayChoose = (answer: ClassifiedTokens): boolean => choosingWord(answer) >= 0
