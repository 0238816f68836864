import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { Token } from "../../text/Token.ts"

/** Shorter words tell nothing of what is spoken of. In UTF-16 units. */
const shortestTelling = 4

/** Two forms of one word differ in no more letters at their ends: "комплект", "комплекте". */
const longestEnding = 3

/**
 * Whether a yes is one to another question than the proposal: "можно на карту? крепёж в комплекте?" – "да, в комплекте". What the answer
 * goes on with was then asked in that other question, and nothing of it in the proposal.
 *
 * @param from the index of the word of the answer that says yes; its sentence is read from there.
 * @param asked what the buyer wrote before.
 * @param proposes finds the proposals in it.
 */
export const answersOther = (
  { tokens }: ClassifiedTokens,
  from: number,
  asked: ReadonlyArray<ClassifiedTokens>,
  proposes: PhraseMatcher
): boolean => {
  const sentence = tokens[from]?.sentence
  const said = tokens.slice(from + 1).filter((token) => token.sentence === sentence && isTelling(token))
  if (said.length === 0) return false
  const proposed: Array<Token> = []
  const others: Array<Token> = []
  for (const text of asked) {
    const proposals = new Set(
      proposes.match(text).flatMap(({ first, last }) => [text.tokens[first]?.sentence, text.tokens[last]?.sentence])
    )
    const questions = new Set(text.tokens.filter(({ question }) => question).map((token) => token.sentence))
    for (const token of text.tokens) {
      if (proposals.has(token.sentence)) proposed.push(token)
      else if (questions.has(token.sentence)) others.push(token)
    }
  }
  const isIn = (words: ReadonlyArray<Token>): boolean => said.some((one) => words.some((other) => isSame(one, other)))
  return isIn(others) && !isIn(proposed)
}

const isTelling = ({ word }: Token): boolean => word.length >= shortestTelling

const isSame = ({ word: one }: Token, { word: other }: Token): boolean => {
  const shorter = Math.min(one.length, other.length)
  const longer = Math.max(one.length, other.length)
  let shared = 0
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1
  return (
    shared >= shortestTelling && longer - shared <= (shared === shorter || shared > shortestTelling ? longestEnding : 0)
  )
}
