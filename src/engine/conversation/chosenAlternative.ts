import { type ClassifiedTokens, clauseEnd, questionMark, sentenceEnd } from "../../detect/phrase/ClassifiedTokens.ts"
import { cutText, joinTexts } from "./cutText.ts"

/** An answer that chooses one of two alternatives in the buyer's question by its position. */
export interface ChosenAlternative {
  /**
   * The chosen half of the question, as written and completed by the word shared by both halves: "в ватсап",
   * "в ватсап скинуть".
   */
  readonly questions: ReadonlyArray<ClassifiedTokens>
  /** Whether it is the second alternative. */
  readonly isLast: boolean
  /** The index of the choosing word in the answer. */
  readonly word: number
}

const firstWords = new Set(
  "первое первый первая первую первого первом first former ilki birincisi бірінші біріншісі birinchisi".split(" ")
)
const secondWords = new Set(
  "второе второй вторая вторую второго втором second latter ikincisi екінші екіншісі ikkinchisi".split(" ")
)

/** Words between two alternatives. */
const alternatives = new Set("или либо or veya yoksa yoki ёки немесе әлде".split(" "))

/** The choosing word comes early in an answer, which says little else. In words. */
const mostBefore = 4
const longestChoice = 14

/**
 * The alternative of the buyer's question that an answer chooses by its position, if any: "на карту или через маркет?"
 * – "второе, давайте". An alternative starts at the beginning of the buyer's message or after the word for "or".
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

/** Marks a half as a question, since the question mark follows only the second one. */
const asQuestion = (half: ClassifiedTokens): ClassifiedTokens => ({
  ...half,
  tokens: half.tokens.map((token) => ({ ...token, question: true })),
  ends: half.ends.map((end, index) =>
    index === half.ends.length - 1 ? end | questionMark | sentenceEnd | clauseEnd : end
  )
})

/** The index of the choosing word of an answer; -1 if there is none. */
const choosingWord = ({ tokens }: ClassifiedTokens): number =>
  tokens.length > longestChoice
    ? -1
    : tokens.slice(0, mostBefore).findIndex(({ word }) => firstWords.has(word) || secondWords.has(word))

/** Whether a text may be such an answer. */
export const mayChoose = (answer: ClassifiedTokens): boolean => choosingWord(answer) >= 0
