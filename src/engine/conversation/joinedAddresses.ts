import { Array as Arrays } from "effect"
import { isPostOffice, spokenName } from "../../detect/address/postOffices.ts"
import { isAddressFiller, type SignRole, signOfWords, signRoleOf } from "../../detect/address/spelledSigns.ts"
import { spokenTop } from "../../detect/address/spokenTops.ts"
import { isSureTop, isTrustedTop } from "../../detect/address/topLevels.ts"
import { clauseEnd } from "../../detect/phrase/ClassifiedTokens.ts"
import { originalRange, type TextRange } from "../../text/FoldedText.ts"
import type { Token } from "../../text/Token.ts"
import { type Conversation, conversationWindow } from "../Conversation.ts"
import { detectEmails } from "../message/detectEmails.ts"
import { detectLinks } from "../message/detectLinks.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { JoinedText } from "./JoinedText.ts"
import { judgeJoined } from "./judgeJoined.ts"
import { mailboxAnswers } from "./mailboxAnswers.ts"
import { isNear, lastQuestion, type ShopMessage } from "./ShopMessage.ts"
import { siteAnswers } from "./siteAnswers.ts"
import type { Talk } from "./Talk.ts"

/** The maximum length of the part of an address in one message, in UTF-16 units. */
const longestPart = 200

/**
 * Links and mailboxes that are split across messages: "t", ". me", "/shop"; "shop", "собака mail точка ру". Two
 * messages belong together if a typed or spelled sign of an address is at the border between them.
 */
export const joinedAddresses = (talk: Talk): ReadonlyArray<Violation> => {
  const { conversation } = talk
  const found: Array<Violation> = [...mailboxAnswers(talk), ...siteAnswers(talk)]
  const covered = new Set(found.flatMap(({ spans }) => spans.map(({ message }) => message)))
  const shop = talk.shop.filter((message) => !isExplanation(message) && !covered.has(message.index))
  let first = 0
  for (let position = 1; position <= shop.length; position++) {
    const previous = shop[position - 1]
    const message = shop[position]
    if (previous !== undefined && message !== undefined && touch(previous, message)) continue
    if (previous !== undefined && message !== undefined && isAtByName(shop, position)) continue
    const chain = shop.slice(first, position)
    if (chain.length > 1 || chain.some((one) => namesOffice(one, conversation))) found.push(...judge(talk, chain))
    first = position
  }
  return found
}

/** Whether a message gives a mailbox to a buyer who asked for one: "akt-servis на яндексе". */
const namesOffice = (message: ShopMessage, conversation: Conversation): boolean =>
  (message.isAsked || wantsMailbox.test(textAsked(message, conversation))) &&
  message.judgement.phrases.text.tokens.length <= longestOfPart &&
  message.judgement.phrases.text.tokens.some(({ word }) => isPostOffice(word))

/** The buyer may want a mailbox without a question mark: "скиньте почту". */
const wantsMailbox = /почт|мыло|мейл|мэйл|имейл|e-?mail|邮箱|posta|pochta|пошта/iu

/** The buyer's last message before a message of the shop. */
const textAsked = (message: ShopMessage, { messages }: Conversation): string =>
  (messages[lastQuestion(message) ?? -1]?.text ?? "").slice(0, longestPart)

/** Words about a part of an address that are not a part themselves: "это начало", "первая половина". */
const explanations = new Set(
  (
    "да ага угу верно точно так начало начала начнем часть половина половинка кусок кусочек первая первый первое вторая второе имя логин ник " +
    "название ящик адрес пока yes yeah right start beginning first second part name half"
  ).split(" ")
)

const isExplanation = ({ asked, judgement }: ShopMessage): boolean => {
  const { tokens } = judgement.phrases.text
  return (
    asked.length > 0 &&
    tokens.length <= fewWords &&
    tokens.every(({ word }) => explanations.has(word) || isAddressFiller(word)) &&
    tokens.some(({ word }) => explanations.has(word))
  )
}

const touch = (one: ShopMessage, other: ShopMessage): boolean =>
  !isStammer(other) &&
  (beginsWithSign(other) || endsWithSign(one) || isUnsigned(one, other) || areParts(one, other)) &&
  isNear(one, other)

/** Whether a message starts with a false start, which is no part of an address: "ру... рулетку берите". */
const isStammer = ({ judgement }: ShopMessage): boolean =>
  /^\s*(\p{L}{1,4})\s?(?:\.{2,}|…|-)\s*\1\p{L}/u.test(judgement.reading.folded.text.slice(0, closingReach))

/**
 * Whether the border before the message at `position` is next to an unusual name of the @, between a mailbox name and a
 * mail provider: "brak_otdel", "лягушка", "mail ру".
 */
const isAtByName = (shop: ReadonlyArray<ShopMessage>, position: number): boolean =>
  [position, position - 1].some((middle) => {
    const name = shop[middle - 1]
    const called = shop[middle]
    const office = shop[middle + 1]
    return (
      name !== undefined &&
      called !== undefined &&
      office !== undefined &&
      isNear(name, office) &&
      isNameAlone(name) &&
      isPart(called) &&
      !/[a-z\d]/.test(called.judgement.reading.folded.text) &&
      isPart(office) &&
      isPostOffice(office.judgement.phrases.text.tokens[0]?.word ?? "")
    )
  })

/** Whether a message is only a possible mailbox name: "brak_otdel". */
const isNameAlone = ({ judgement }: ShopMessage): boolean =>
  /^\s*[a-z\d]+(?:[._-][a-z\d]+)*\s*$/.test(judgement.reading.folded.text.slice(0, longestPart))

/**
 * Whether two short messages are parts of an address, because one spells a sign or names a mail provider: "drakon",
 * "потом гав", "gmail и com".
 */
const areParts = (one: ShopMessage, other: ShopMessage): boolean =>
  isPart(other) && (isPart(one) || endsWithName(one)) && (spellsAddress(one) || spellsAddress(other))

/** In words. */
const longestOfPart = 5

/** Whether a message is short, not counting clauses before the one with a sign: "ну сайт. точка ру в конце". */
const isPart = ({ judgement }: ShopMessage): boolean => {
  const { tokens, ends } = judgement.phrases.text
  const sign = tokens.length > longestOfPart ? tokens.findIndex((_, index) => roleAt(tokens, index) !== undefined) : 0
  let first = sign
  while (first > 0 && ((ends[first - 1] ?? 0) & clauseEnd) === 0) first -= 1
  return sign >= 0 && tokens.length - first <= longestOfPart
}

/** As in "лежит на вяжем-дома". */
const endsWithName = ({ judgement }: ShopMessage): boolean =>
  /(?:[a-z\d]{3,}|\p{L}-\p{L}+)\s*$/u.test(judgement.reading.folded.text.slice(-closingReach))

const spellsAddress = ({ judgement }: ShopMessage): boolean => {
  const { tokens } = judgement.phrases.text
  return tokens.some(({ word }, index) => roleAt(tokens, index) !== undefined || isPostOffice(word))
}

/** The sign spelled by the word at `index`, alone or with the next one ("собачья голова"). */
const roleAt = (tokens: ReadonlyArray<Token>, index: number): SignRole | undefined => {
  const word = tokens[index]?.word ?? ""
  return signRoleOf(word) ?? signOfWords(`${word} ${tokens[index + 1]?.word ?? ""}`)
}

/** Whether a name is followed by an unambiguous top-level domain without the dot: "tkani-opt", "ру". */
const isUnsigned = (one: ShopMessage, other: ShopMessage): boolean => {
  const [top, ...more] = other.judgement.phrases.text.tokens
  if (top === undefined || more.length > 0 || top.word.length > longestTop) return false
  const spoken = spokenTop(top.word) ?? top.word
  if (!isSureTop(spoken)) return false
  // "ERIS", "RU": a mark on an article, unless someone asked for a site.
  if (!one.isAsked && /^\s*[A-Z]+\s*$/.test(other.text) && /^\s*[A-Z]+\s*$/.test(one.text)) return false
  const end = one.judgement.reading.folded.text.slice(-closingReach)
  const name = one.judgement.phrases.text.tokens.at(-1)
  return name !== undefined && signRoleOf(name.word) === undefined && /[a-z][a-z\d-]{2,}\s*$/.test(end)
}

/** The length of "ru", "com", "рф" and their spoken forms. */
const longestTop = 4

/** A message that consists of one sign of an address, such as "-", "." or "@", belongs to both neighbours. */
const signByItself = /^\s*(?:[-._/@点]|斜杠|艾特|小老鼠)\s*$/

/** "нет, .shop": the buyer's guess was wrong. */
const leadingDenial = /^\s*(?:нет|no|yo'q|жоқ|hayır|не)[\s,]{1,2}(?=[./@]\p{L})/iu

const beginsWithSign = (message: ShopMessage): boolean =>
  signByItself.test(message.judgement.reading.folded.text.slice(0, closingReach)) ||
  leadingDenial.test(message.text) ||
  /^\s*(?:[./@。]|艾特|小老鼠|[点斜]杠?\s?[a-z])/.test(message.judgement.reading.folded.text) ||
  openingSign(message) !== undefined

/** Words that instruct the buyer to add something to a name. */
const instructions = new Set(
  "just type it add plus with write put append at end of добавьте добавь допишите плюс просто его ее её к нему ней туда конце".split(
    " "
  )
)

/** The first word of a sign without a name before it: "точка ру", "just type it + dot store". */
const openingSign = ({ judgement }: ShopMessage): Token | undefined => {
  const { tokens } = judgement.phrases.text
  const sign = tokens.findIndex((_, index) => roleAt(tokens, index) !== undefined)
  const isFirst = tokens.slice(0, sign).every(({ word }) => instructions.has(word) || isAddressFiller(word))
  return sign < 0 || !isFirst || isOfSentence(tokens, sign) ? undefined : tokens[sign]
}

/** Whether a longer message mentions a dot in prose: "точка после цифры 14 это партия". */
const isOfSentence = (tokens: ReadonlyArray<Token>, sign: number): boolean => {
  const next = tokens[sign + 1]?.word ?? ""
  return (
    tokens.length > longestOfPart &&
    signRoleOf(tokens[sign]?.word ?? "") === "dot" &&
    !/[a-z\d]/.test(next) &&
    spokenTop(next) === undefined &&
    spokenName(next) === next
  )
}

const endsWithSign = ({ judgement }: ShopMessage): boolean => {
  const { tokens } = judgement.phrases.text
  if (roleAt(tokens, tokens.length - 1) !== undefined || roleAt(tokens, tokens.length - 2) !== undefined) return true
  const end = judgement.reading.folded.text.slice(-closingReach)
  return (
    signByItself.test(end) ||
    /(?:[/@]|艾特|小老鼠|[a-z\d]\s?点)\s*$/.test(end) ||
    endsWithHyphen(end) ||
    (end.length < closingReach && /^\s*[a-z\d.-]+\.\s*$/.test(end))
  )
}

/** A name split after its hyphen: "пишите на zapros-". */
const endsWithHyphen = (text: string): boolean => /[\p{L}\d]-\s*$/u.test(text)

/** The maximum length of a spelled sign. */
const closingReach = 24

const judge = (talk: Talk, chain: ReadonlyArray<ShopMessage>): ReadonlyArray<Violation> => {
  const { conversation } = talk
  const joined = new JoinedText()
  const [opening] = chain
  const isWanted = opening !== undefined && (opening.isAsked || namesOffice(opening, conversation))
  const question = isWanted ? lastQuestion(opening) : undefined
  const asked = conversation.messages[question ?? -1]?.text ?? ""
  if (question !== undefined && asked.length <= longestPart) {
    joined.add(question, asked, { start: 0, end: asked.length }, "")
  }
  const start = joined.text.length
  addChain(joined, chain)
  return judgeJoined(joined, talk, detectAddresses, (range, { kind }) => {
    const isAlone = chain.length === 1 && kind === "email"
    const spans = isAlone ? joined.spansOf(range) : (joined.crossingSpansOf(range) ?? [])
    if (!Arrays.isNonEmptyReadonlyArray(spans) || range.start < start) return []
    if (kind === "link" && isProse(spans[0], chain[0])) return []
    return Arrays.lastNonEmpty(spans).message - spans[0].message > conversationWindow ? [] : spans
  })
}

const detectAddresses: typeof detectLinks = (rule, ruleSet, reading) => [
  ...detectLinks(rule, ruleSet, reading),
  ...detectEmails(rule, ruleSet, reading)
]

/**
 * Whether a supposed host starts with everyday words at the end of a sentence that nobody asked for:
 * "там чёрная точка", "ру".
 */
const isProse = ({ message, start, end }: MessageSpan, opening: ShopMessage | undefined): boolean =>
  opening !== undefined &&
  opening.index === message &&
  !opening.isAsked &&
  opening.judgement.phrases.text.tokens.length > fewWords &&
  /^\p{Script=Cyrillic}+(?:\s|$)/u.test(opening.text.slice(start, end))

const fewWords = 3

/** Appends the parts of an address to a joined text. */
const addChain = (joined: JoinedText, chain: ReadonlyArray<ShopMessage>): void => {
  let mailbox = false
  for (const [position, message] of chain.entries()) {
    const { index, text, judgement } = message
    const last = position === chain.length - 1
    if (position > 0 && repeatsAt(chain[position - 1], message)) continue
    const sign = position === 0 || last ? undefined : signAlone(message)
    if (sign !== undefined) {
      mailbox = true
      joined.add(index, text, sign, " ")
      continue
    }
    const from = position === 0 ? Math.max(0, text.trimEnd().length - longestPart) : partStart(message)
    const to = last ? Math.min(text.length, from + longestPart) : text.trimEnd().length
    const previous = chain[position - 1]
    const dotted = previous !== undefined && isUnsigned(previous, message)
    const isGlued =
      opensWithTyped(text, from) || isTyped(joined.text.slice(-1)) || endsWithHyphen(joined.text.slice(-2))
    const inner = dotted ? "." : " "
    const outer = position === 0 ? "\n" : inner
    const separator = position > 0 && isGlued ? "" : outer
    mailbox ||= judgement.reading.folded.text.includes("@") || /собак|собач/.test(judgement.reading.folded.text)
    const top = mailbox ? unsignedTop(text) : undefined
    if (top === undefined) joined.add(index, text, { start: from, end: to }, separator)
    else {
      joined.add(index, text, { start: from, end: top.nameEnd }, separator)
      joined.add(index, text, { start: top.start, end: to }, ".")
    }
  }
}

/** Brackets, smileys and pictures, which do not occur in addresses. */
const clutter = /[^\p{L}\p{M}\s,.-]/u

/** The range of a spelled @ in a message that is only about it: "потом лягушка (ну, собака) 😄". */
const signAlone = ({ judgement }: ShopMessage): TextRange | undefined => {
  const { tokens } = judgement.phrases.text
  const { folded } = judgement.reading
  if (tokens.length > longestOfPart + 1 || /[a-z\d@]/.test(folded.text)) return undefined
  const isClean =
    !clutter.test(folded.text) && tokens.every(({ word }, at) => isAddressFiller(word) || roleAt(tokens, at))
  if (isClean) return undefined
  const roles = tokens.map((_, index) => roleAt(tokens, index))
  if (tokens.some(({ word }) => isPostOffice(word)) || roles.some((role) => role !== undefined && role !== "at")) {
    return undefined
  }
  const index = roles.indexOf("at")
  const opening = tokens[index]
  if (opening === undefined) return undefined
  const closing = signRoleOf(opening.word) === undefined ? (tokens[index + 1] ?? opening) : opening
  return originalRange(folded, { start: opening.start, end: closing.end })
}

/** Whether a message explains the sign before it: "гав", "собака которая". */
const repeatsAt = (previous: ShopMessage | undefined, { judgement }: ShopMessage): boolean => {
  const before = previous?.judgement.phrases.text.tokens ?? []
  const { tokens } = judgement.phrases.text
  return (
    roleAt(tokens, 0) === "at" &&
    signRoleOf(before.at(-1)?.word ?? "") === "at" &&
    !tokens.slice(1).some(({ word }) => isPostOffice(word) || signRoleOf(word) !== undefined)
  )
}

/** The start of the part of an address, after clauses without any ("ну как где. точка"). */
const partStart = (message: ShopMessage): number => {
  const { text, judgement } = message
  const denial = leadingDenial.exec(text)
  if (denial !== null) return denial[0].length
  const named = openingSign(message)
  const isInstructed = judgement.phrases.text.tokens.some(({ word }) => instructions.has(word))
  if (named !== undefined && isInstructed) return originalRange(judgement.reading.folded, named).start
  const { tokens, ends } = judgement.phrases.text
  const sign = tokens.findIndex((_, index) => roleAt(tokens, index) !== undefined)
  let first = sign
  while (first > 0 && ((ends[first - 1] ?? 0) & clauseEnd) === 0) first -= 1
  const opening = tokens[first]
  const isFirst = opening === undefined || first === 0
  if (isFirst || tokens.slice(0, first).some(({ word }) => /[a-z\d]/.test(word))) {
    return text.length - text.trimStart().length
  }
  return originalRange(judgement.reading.folded, opening).start
}

const isTyped = (character: string): boolean => character !== "" && "./@_".includes(character)

/** "/shop", but not "/ shop", where all signs are set apart. */
const opensWithTyped = (text: string, from: number): boolean =>
  isTyped(text.charAt(from)) && text.charAt(from + 1) !== " "

/** In a mailbox, a blank before the top-level domain at the end of the message stands for a dot: "собака mail ру". */
const unsignedTop = (text: string): { readonly nameEnd: number; readonly start: number } | undefined => {
  const found = /([\p{L}\d-]+)(\s+)(\p{L}{2,6})\s*$/u.exec(text.slice(-closingReach))
  if (found === null) return undefined
  const name = (found[1] ?? "").toLowerCase()
  if (!/[a-z]/.test(name) && spokenName(name) === name) return undefined
  const top = (found[3] ?? "").toLowerCase()
  if (!isTrustedTop(top) && spokenTop(top) === undefined) return undefined
  const nameEnd = Math.max(0, text.length - closingReach) + found.index + name.length
  return { nameEnd, start: nameEnd + (found[2]?.length ?? 0) }
}
