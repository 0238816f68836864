import { domainToUnicode } from "node:url"
import { parsePhoneNumberFromString } from "libphonenumber-js/max"
import type { TextRange } from "../../text/FoldedText.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { MessageSpan, Violation } from "../Violation.ts"
import { contactRanges, fewestPieceDigits } from "./contactRanges.ts"
import { contactsInFileName } from "./contactsInFileName.ts"
import { hideRanges } from "./hideRanges.ts"
import { wholeGraphemes } from "./wholeGraphemes.ts"

/** The maximum length of a match, in UTF-16 units, so that a report stays finite and readable. */
const longestMatch = 200

const hidden = "•••"

/** The maximum number of pieces of a link. */
const mostPieces = 12

/**
 * The finding in a form that can be recognized but not used: "+7926•••••67", "shop.ru/•••", "i•••@•••.ru", the last
 * four digits of a card. Words are shown without the contacts among them; for a finding in a file name, the name is
 * shown likewise.
 */
export const maskMatch = (violation: Violation, conversation: Conversation): string => {
  switch (violation.kind) {
    case "phone":
      return maskPhone(violation.normalized)
    case "link":
      return maskLink(violation, conversation)
    case "email":
      return maskEmail(violation.normalized)
    case "card":
      return `•••• ${violation.normalized.slice(-4)}`
    case "phrase": {
      const name = nameOf(violation, conversation)
      return name === undefined
        ? wordsOf(violation, conversation, maskedPieces(conversation, fewestDigitsIn(violation)))
        : cut(hideRanges(name, contactsInFileName(name, conversation)))
    }
  }
}

/** The finding as written. */
export const revealMatch = (violation: Violation, conversation: Conversation): string =>
  nameOf(violation, conversation) ?? wordsOf(violation, conversation, ({ start, end }, text) => text.slice(start, end))

/** The name of the file that contains the violation; undefined if it is in the text. */
const nameOf = ({ file, spans }: Violation, { messages }: Conversation): string | undefined =>
  file === undefined ? undefined : messages[spans[0].message]?.files?.[file]

const isInPieces = ({ spans }: Violation): boolean => spans.some(({ message }) => message !== spans[0].message)

/** If the words are spread across messages, figures among them may be parts of a contact. */
const fewestDigitsIn = (violation: Violation): number | undefined =>
  isInPieces(violation) ? fewestPieceDigits : undefined

const maskPhone = (number: string): string => {
  const code = parsePhoneNumberFromString(number)?.countryCallingCode ?? ""
  const national = number.slice(1 + code.length)
  const shown = Math.max(0, Math.min(3, national.length - 6))
  return `+${code}${national.slice(0, shown)}${"•".repeat(Math.max(0, national.length - shown - 2))}${national.slice(-2)}`
}

const maskLink = (violation: Violation, conversation: Conversation): string => {
  const region = conversation.region ?? defaultRegion
  const written =
    nameOf(violation, conversation) ??
    (isInPieces(violation) ? violation.spans.slice(0, mostPieces) : violation.spans.slice(0, 1))
      .map(({ message, start, end }) => conversation.messages[message]?.text.slice(start, end) ?? "")
      .join("")
  const { links, emails } = readMessage(written, region).addresses()
  const link = links.find(({ host }) => host === violation.normalized)
  const userinfo = link?.userinfo === true || emails.length > 0
  const host = domainToUnicode(violation.normalized) || violation.normalized
  return `${userinfo ? `${hidden}@` : ""}${host}${(link?.path.length ?? 0) > 1 ? `/${hidden}` : ""}`
}

const maskEmail = (address: string): string => {
  const host = address.slice(address.lastIndexOf("@") + 1)
  return `${wholeGraphemes(address, 1)}${hidden}@${hidden}${host.slice(host.lastIndexOf("."))}`
}

const wordsOf = (
  violation: Violation,
  conversation: Conversation,
  piece: (span: MessageSpan, text: string) => string
): string => {
  let words = ""
  for (const span of violation.spans) {
    // The rest would be cut off, and a message may have thousands of spans.
    if (words.length > longestMatch) break
    const shown = piece(span, conversation.messages[span.message]?.text ?? "")
    words += (words === "" ? "" : " … ") + shown.replace(/\s+/g, " ").trim()
  }
  return cut(words)
}

const cut = (words: string): string =>
  words.length <= longestMatch ? words : `${wholeGraphemes(words, longestMatch)}…`

/** Returns a function for pieces of messages with contacts hidden. Each message is read once. */
const maskedPieces = (
  { region, customerName }: Conversation,
  fewestDigits: number | undefined
): ((span: MessageSpan, text: string) => string) => {
  const contacts = new Map<number, ReadonlyArray<TextRange>>()
  return ({ message, start, end }, text) => {
    const found =
      contacts.get(message) ?? contactRanges(readMessage(text, region ?? defaultRegion), customerName, fewestDigits)
    contacts.set(message, found)
    return hideRanges(text, found, { start, end })
  }
}
