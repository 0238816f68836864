import { isPostOffice, nickOfOffice, officeOf } from "../../detect/address/postOffices.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { Token } from "../../text/Token.ts"
import { detectEmails } from "../message/detectEmails.ts"
import type { Violation } from "../Violation.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import { judgeJoined } from "./judgeJoined.ts"
import { isNear, lastQuestion, type ShopMessage } from "./ShopMessage.ts"
import { confirms, firstNaming } from "./shortAnswers.ts"
import type { Talk } from "./Talk.ts"

/** The name of a mailbox is looked for in this many UTF-16 code units at the end of a message. */
const longestName = 80

/** The maximum number of words in an answer that names a mail provider: "нет, на мейл точка ру". */
const longestAnswer = 7

/** The maximum number of words in a question about it: "это где, на яндексе?". */
const longestQuestion = 8

/** The maximum number of words in a message that contains only a name: "svet.lampa". */
const longestBareName = 2

/** How many messages of the shop before the answer may be about e-mail. */
const mostBefore = 3

/** Prepositions that belong to the name of a mail provider: "на яндексе". */
const prepositions = new Set("на в у at on".split(" "))

/** Words for e-mail and mailboxes. */
const mailWord =
  /^(?:почт\p{L}*|мыл[оауе]|ящи(?:к|ч)\p{L}*|электронк\p{L}*|имейл\p{L}*|емейл\p{L}*|мейл\p{L}*|e-?mail|mailbox|inbox|mail|письм\p{L}*|posta|e-?posta|pochta\p{L}*|пошта\p{L}*|邮)$/u

/** Mail providers whose names have more common meanings, such as a search engine or a list. */
const namesakes = new Set("yandex ya list inbox proton".split(" "))

/** A possible mailbox name at the end of a message. */
const nameAtEnd = /(?:^|[\s:«"(])([a-z\d]+(?:[._-][a-z\d]+)*)[\s»").!]*$/

/**
 * Mailboxes whose name and provider the shop gives in separate messages, often after a question or a wrong guess of the
 * buyer: "пишите на ящик svarka72", "на яндексе?", "не, гмейл ком".
 */
export const mailboxAnswers = (talk: Talk): ReadonlyArray<Violation> =>
  talk.shop.flatMap((answer, position) => {
    const named = talk.shop[position - 1]
    const isShort = answer.judgement.phrases.text.tokens.length <= longestAnswer
    if (named === undefined || !isShort || !isNear(named, answer) || !endsWithName(named)) return []
    const provider = providerIn(answer, position, talk)
    return provider === undefined ? [] : mailboxOf(named, answer, provider, talk)
  })

const endsWithName = ({ judgement }: ShopMessage): boolean => {
  const { text } = judgement.reading.folded
  const name = nameAtEnd.exec(text.slice(-longestName))?.[1] ?? ""
  return name.length > 2 && /[a-z]/.test(name) && !isPostOffice(name)
}

const speaksOfMail = (tokens: ReadonlyArray<Token>): boolean => tokens.some(({ word }) => mailWord.test(word))

/** The words of the last question of the buyer, if it is short. */
const wordsAsked = (answer: ShopMessage, { buyer }: Talk): ReadonlyArray<Token> => {
  const question = lastQuestion(answer)
  const tokens = question === undefined ? [] : buyer.read(question).tokens
  return tokens.length > longestQuestion ? [] : tokens
}

/**
 * Whether the name or the question is about e-mail. A message with only a name continues the topic of the messages
 * before it: "на почту", "какую?", "svet.lampa".
 */
const isOfMail = (question: ReadonlyArray<Token>, position: number, { shop, buyer }: Talk): boolean => {
  const named = shop[position - 1]?.judgement.phrases.text.tokens ?? []
  if (speaksOfMail(named) || speaksOfMail(question)) return true
  if (named.length > longestBareName) return false
  return shop
    .slice(Math.max(0, position - mostBefore), position)
    .some(
      ({ asked, judgement }) =>
        speaksOfMail(judgement.phrases.text.tokens) || asked.some((index) => speaksOfMail(buyer.read(index).tokens))
    )
}

/**
 * Where the name of the mail provider starts in an answer, or the provider that the buyer named and the answer
 * confirms.
 */
type NamedProvider = { readonly start: number; readonly shownFrom: number } | { readonly guessed: string }

const providerIn = (answer: ShopMessage, position: number, talk: Talk): NamedProvider | undefined => {
  const { tokens } = answer.judgement.phrases.text
  const opening = tokens[firstNaming(tokens)]
  const word = opening?.word ?? ""
  const office = officeOf(word) ?? nickOfOffice(word)
  const question = wordsAsked(answer, talk)
  if (opening !== undefined && office !== undefined) {
    const isPlain = officeOf(word) !== undefined
    // "почтой или яндексом?" is about delivery, "в гугле поищите" about a search.
    if (isPlain ? /ом$/.test(word) && namesakes.has(office) : opening !== tokens.at(-1)) return undefined
    const isSure = isPlain && question.length > 0 && !namesakes.has(office)
    if (!isSure && !isOfMail(question, position, talk)) return undefined
    const before = tokens[firstNaming(tokens) - 1]
    const shown = before !== undefined && prepositions.has(before.word) ? before : opening
    return isPlain ? { start: opening.start, shownFrom: shown.start } : { guessed: office }
  }
  const guessed = confirms(tokens) ? question.find((token) => isPostOffice(token.word)) : undefined
  return guessed === undefined || !isOfMail(question, position, talk) ? undefined : { guessed: guessed.word }
}

const mailboxOf = (
  named: ShopMessage,
  answer: ShopMessage,
  provider: NamedProvider,
  talk: Talk
): ReadonlyArray<Violation> => {
  const joined = new JoinedText()
  const { folded } = answer.judgement.reading
  const { length } = named.text
  joined.add(
    named.index,
    named.text,
    { start: Math.max(0, length - longestName), end: named.text.trimEnd().length },
    ""
  )
  const end = answer.text.length
  if ("guessed" in provider) {
    joined.add(answer.index, answer.text, { start: 0, end }, ` @ ${provider.guessed}${barrier}`)
    return judgeJoined(joined, talk, detectEmails, (range) => {
      const spans = joined.spansOf(range)
      return spans[0]?.message === named.index ? spans : []
    })
  }
  const { start } = originalRange(folded, { start: provider.start, end: provider.start })
  joined.add(answer.index, answer.text, { start, end }, " @ ")
  const { start: shownFrom } = originalRange(folded, { start: provider.shownFrom, end: provider.shownFrom })
  return judgeJoined(joined, talk, detectEmails, (range) => {
    const spans = joined.spansOf(range)
    const [first] = spans
    const last = spans.at(-1)
    if (first?.message !== named.index || last === undefined || spans.length === 1) return []
    return [first, { ...last, start: shownFrom }]
  })
}
