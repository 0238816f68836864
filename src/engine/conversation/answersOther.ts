import type { ClassifiedTokens } from "../../detect/phrase/ClassifiedTokens.ts"
import type { PhraseMatcher } from "../../detect/phrase/PhraseMatcher.ts"
import type { Token } from "../../text/Token.ts"

/** Shorter words do not identify a topic. In UTF-16 units. */
const shortestTopic = 4

/** The maximum length of differing endings of one word: "комплект", "комплекте". */
const longestEnding = 3

/**
 * Whether a yes answers another question than the proposal: "можно на карту? крепёж в комплекте?" – "да, в комплекте".
 * Words after the yes then occur in the other question and not in the proposal.
 *
 * @param from the index of the word of consent in the answer; its sentence is read from there.
 * @param asked the preceding messages of the buyer.
 * @param proposes finds the proposals in them.
 */
export const answersOther = (
  { tokens }: ClassifiedTokens,
  from: number,
  asked: ReadonlyArray<ClassifiedTokens>,
  proposes: PhraseMatcher
): boolean => {
  const sentence = tokens[from]?.sentence
  const topics = tokens.slice(from + 1).filter((token) => token.sentence === sentence && isTopic(token))
  if (topics.length === 0) return false
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
  const isIn = (words: ReadonlyArray<Token>): boolean => topics.some((one) => words.some((other) => isSame(one, other)))
  return isIn(others) && !isIn(proposed)
}

const isTopic = ({ word }: Token): boolean => word.length >= shortestTopic

const isSame = ({ word: one }: Token, { word: other }: Token): boolean => {
  const shorter = Math.min(one.length, other.length)
  const longer = Math.max(one.length, other.length)
  let shared = 0
  while (shared < shorter && one.charCodeAt(shared) === other.charCodeAt(shared)) shared += 1
  return (
    shared >= shortestTopic && longer - shared <= (shared === shorter || shared > shortestTopic ? longestEnding : 0)
  )
}
