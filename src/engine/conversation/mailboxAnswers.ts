import { Array as Arrays } from "effect"
import { isPostOffice, officeOf } from "../../detect/address/postOffices.ts"
import { originalRange } from "../../text/FoldedText.ts"
import type { Token } from "../../text/Token.ts"
import { defaultRegion } from "../Conversation.ts"
import { leastConfidence } from "../message/Detection.ts"
import { detectEmails } from "../message/detectEmails.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { Violation } from "../Violation.ts"
import { violationOf } from "../violationOf.ts"
import { barrier, JoinedText } from "./JoinedText.ts"
import { isNear, lastQuestion, type ShopMessage } from "./ShopMessage.ts"
import type { Talk } from "./Talk.ts"

/** The name of a mailbox is looked for in this many UTF-16 code units at the end of a message. */
const longestName = 80

/** The maximum number of words in an answer that names a mail provider: "нет, на мейл точка ру". */
const longestAnswer = 7

/** The maximum number of words in a question about it: "это где, на яндексе?". */
const longestQuestion = 8

/** Words that may precede the mail provider in an answer. */
const openings = new Set(
  (
    "не нет неа нее да ага угу а ну это там он она оно ящик почта на в у от no nope not yes yeah it's its the at on hayır evet yok yo'q ha жоқ иә " +
    "不是 是 在"
  ).split(" ")
)

/** The words of an answer that confirms the mail provider named by the buyer. */
const agreeing = new Set(
  "да ага угу верно точно именно конечно он она оно на нем ней там так yes yeah yep right correct exactly evet doğru ha иә 是 对".split(
    " "
  )
)

/** The first word of such an answer. */
const agreement = new Set(
  "да ага угу верно точно именно конечно yes yeah yep right correct exactly evet doğru ha иә 是 对".split(" ")
)

/** Words for e-mail and mailboxes. */
const mailWord =
  /^(?:почт\p{L}*|мыл[оауе]|ящи(?:к|ч)\p{L}*|электронк\p{L}*|имейл\p{L}*|емейл\p{L}*|мейл\p{L}*|e-?mail|mailbox|inbox|mail|письм\p{L}*|posta|e-?posta|pochta\p{L}*|пошта\p{L}*|邮)$/u

/** Mail providers whose names have more common meanings, such as a search engine or a list. */
const namesakes = new Set("yandex ya list inbox proton".split(" "))

/** A possible mailbox name at the end of a message. */
const nameAtEnd = /(?:^|[\s:«"(])([a-z\d]+(?:[._-][a-z\d]+)*)[\s»").!]*$/

/**
 * Mailboxes whose name and provider the shop gives in separate messages, often after a question or a wrong guess of the buyer: "пишите на
 * ящик svarka72", "на яндексе?", "не, гмейл ком".
 */
export const mailboxAnswers = (talk: Talk): ReadonlyArray<Violation> =>
  talk.shop.flatMap((answer, position) => {
    const named = talk.shop[position - 1]
    const isShort = answer.judgement.phrases.text.tokens.length <= longestAnswer
    if (named === undefined || !isShort || !isNear(named, answer) || !endsWithName(named)) return []
    const question = wordsAsked(answer, talk)
    const told = officeIn(answer, question, speaksOfMail(named.judgement.phrases.text.tokens) || speaksOfMail(question))
    return told === undefined ? [] : mailboxOf(named, answer, told, talk)
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

/** Where the name of the mail provider begins in an answer, or the provider that the buyer named and the answer confirms. */
type ToldOffice = { readonly start: number } | { readonly guessed: string }

const officeIn = (
  { judgement }: ShopMessage,
  question: ReadonlyArray<Token>,
  ofMail: boolean
): ToldOffice | undefined => {
  const { tokens } = judgement.phrases.text
  const first = tokens.findIndex(({ word }) => !openings.has(word))
  const opening = tokens[first]
  const office = officeOf(opening?.word ?? "")
  if (opening !== undefined && office !== undefined) {
    return ofMail || (question.length > 0 && !namesakes.has(office)) ? { start: opening.start } : undefined
  }
  if (!ofMail || !agreement.has(tokens[0]?.word ?? "") || !tokens.every(({ word }) => agreeing.has(word)))
    return undefined
  const guessed = question.find(({ word }) => isPostOffice(word))
  return guessed === undefined ? undefined : { guessed: guessed.word }
}

const mailboxOf = (
  named: ShopMessage,
  answer: ShopMessage,
  told: ToldOffice,
  { ruleSet, conversation }: Talk
): ReadonlyArray<Violation> => {
  const joined = new JoinedText()
  const { length } = named.text
  joined.add(
    named.index,
    named.text,
    { start: Math.max(0, length - longestName), end: named.text.trimEnd().length },
    ""
  )
  const end = answer.text.length
  const start =
    "start" in told ? originalRange(answer.judgement.reading.folded, { start: told.start, end: told.start }).start : 0
  joined.add(answer.index, answer.text, { start, end }, "start" in told ? " на " : ` на ${told.guessed}${barrier}`)
  const reading = readMessage(joined.text, conversation.region ?? defaultRegion)
  return ruleSet.rules.flatMap((rule) =>
    detectEmails(rule, ruleSet, reading).flatMap((detection): ReadonlyArray<Violation> => {
      const spans = joined.spansOf(originalRange(reading.folded, detection.range))
      if (detection.confidence < leastConfidence || !Arrays.isNonEmptyReadonlyArray(spans)) return []
      const isWhole = spans[0].message === named.index && ("guessed" in told || spans.length > 1)
      return isWhole ? [violationOf(rule, detection, spans)] : []
    })
  )
}
