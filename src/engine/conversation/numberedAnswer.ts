import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import { cutText } from "./cutText.ts"

/** An answer to one of several numbered questions of the buyer, and that question. */
export interface NumberedAnswer {
  readonly question: ClassifiedTokens
  readonly answer: ClassifiedTokens
}

/**
 * The answer that starts with the number of a question in the buyer's latest message with numbered questions, if any:
 * "1. доставка будет? 2. а если на карту?" – "2 да".
 */
export const numberedAnswer = (
  answer: ClassifiedTokens,
  asked: ReadonlyArray<ClassifiedTokens>
): NumberedAnswer | undefined => {
  if (!opensWithNumber(answer)) return undefined
  const number = answer.tokens[0]?.word ?? ""
  for (const text of asked.toReversed()) {
    const places = placesOfNumbers(text)
    const first = places[Number(number) - 1]
    if (places.length < 2 || first === undefined) continue
    const last = places[Number(number)] ?? text.tokens.length
    return { question: cutText(text, first + 1, last), answer: cutText(answer, 1, answer.tokens.length) }
  }
  return undefined
}

/** Whether a text may be such an answer. */
export const opensWithNumber = ({ tokens }: ClassifiedTokens): boolean =>
  tokens.length > 1 && /^[1-9]$/.test(tokens[0]?.word ?? "")

/** The positions of "1", "2" and so on, in sequence. */
const placesOfNumbers = ({ tokens }: ClassifiedTokens): ReadonlyArray<number> => {
  const places: Array<number> = []
  for (const [index, { word }] of tokens.entries()) if (word === String(places.length + 1)) places.push(index)
  return places
}
