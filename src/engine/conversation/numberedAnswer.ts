import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"

/** What an answer says to one of several questions that the buyer has numbered, and that question. */
export interface NumberedAnswer {
  readonly question: ClassifiedTokens
  readonly answer: ClassifiedTokens
}

/** The words from `first` to `last`, `last` exclusive, as a text of their own. */
const cut = (
  { tokens, symbols, ends, vocabulary }: ClassifiedTokens,
  first: number,
  last: number
): ClassifiedTokens => ({
  tokens: tokens.slice(first, last),
  symbols: symbols.slice(first, last),
  ends: ends.slice(first, last),
  vocabulary
})

/**
 * "1. доставка будет? 2. а если на карту?" – "2 да": an answer that begins with the number of a question, in the last of the buyer's
 * messages that numbers its questions; undefined for any other answer.
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
    return { question: cut(text, first + 1, last), answer: cut(answer, 1, answer.tokens.length) }
  }
  return undefined
}

/** Whether a text may be such an answer. */
export const opensWithNumber = ({ tokens }: ClassifiedTokens): boolean =>
  tokens.length > 1 && /^[1-9]$/.test(tokens[0]?.word ?? "")

/** Where "1", "2" and so on stand, one after the other. */
const placesOfNumbers = ({ tokens }: ClassifiedTokens): ReadonlyArray<number> => {
  const places: Array<number> = []
  for (const [index, { word }] of tokens.entries()) if (word === String(places.length + 1)) places.push(index)
  return places
}
