import { spokenTop } from "../../detect/address/spokenTops.ts"
import { isDotlessTop, isSureTop } from "../../detect/address/topLevels.ts"
import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import type { Token } from "../../text/Token.ts"
import { detectLinks } from "../message/detectLinks.ts"
import type { Violation } from "../Violation.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import { judgeJoined } from "./judgeJoined.ts"
import { isNear, lastQuestion, type ShopMessage } from "./ShopMessage.ts"
import { confirms, firstNaming } from "./shortAnswers.ts"
import type { Talk } from "./Talk.ts"

/** The maximum number of words in a question or an answer about a top-level domain: "а это точка ру?". */
const longest = 4

/** Words that may precede the top-level domain in a question. */
const openings = new Set("а и это на в точка зона домен is it dot on at".split(" "))

/** A message that consists of the name of a site. */
const bareName = /^\s*([a-z][a-z\d]*(?:-[a-z\d]+)*)[\s.!]*$/

/** The maximum length of such a message, in UTF-16 code units. */
const longestName = 40

/**
 * Sites whose name and top-level domain are in separate messages, where the buyer guessed the domain: "svetlampa",
 * ".ru?", "да" or "нет, ком".
 */
export const siteAnswers = (talk: Talk): ReadonlyArray<Violation> =>
  talk.shop.flatMap((answer, position) => {
    const named = talk.shop[position - 1]
    const question = lastQuestion(answer)
    const { tokens } = answer.judgement.phrases.text
    if (named === undefined || question === undefined || tokens.length > longest || !isNear(named, answer)) return []
    const { text } = named.judgement.reading.folded
    const name = text.length > longestName ? undefined : bareName.exec(text)?.[1]
    if (name === undefined || name.length < 4) return []
    const guessed = topAsked(talk.buyer.read(question).tokens)
    if (guessed === undefined) return []
    if (confirms(tokens)) return siteOf(named, answer, guessed, talk)
    const namedTop = tokens[firstNaming(tokens)]
    const isTop = namedTop !== undefined && tokens.at(-1) === namedTop && topOf(namedTop.word) !== undefined
    return isTop ? siteOf(named, answer, originalRange(answer.judgement.reading.folded, namedTop), talk) : []
  })

/** The top-level domain that a short question consists of. */
const topAsked = (tokens: ReadonlyArray<Token>): string | undefined => {
  const last = tokens.at(-1)
  if (last === undefined || tokens.length > longest) return undefined
  return tokens.slice(0, -1).every(({ word }) => openings.has(word)) ? topOf(last.word) : undefined
}

const topOf = (word: string): string | undefined => {
  const top = spokenTop(word) ?? word
  return isDotlessTop(top) || isSureTop(top) ? top : undefined
}

/** @param top where it is in the answer, or the one that the buyer guessed. */
const siteOf = (
  named: ShopMessage,
  answer: ShopMessage,
  top: string | TextRange,
  talk: Talk
): ReadonlyArray<Violation> => {
  const joined = new JoinedText()
  joined.add(named.index, named.text, { start: 0, end: named.text.trimEnd().length }, "")
  if (typeof top === "string")
    joined.add(answer.index, answer.text, { start: 0, end: answer.text.length }, `.${top}${barrier}`)
  else joined.add(answer.index, answer.text, top, ".")
  return judgeJoined(joined, talk, detectLinks)
}
