import { domainToUnicode } from "node:url"
import { parsePhoneNumberFromString } from "libphonenumber-js/max"
import { type Conversation, defaultRegion } from "./Conversation.ts"
import { contactRanges } from "./contactRanges.ts"
import { readMessage } from "./MessageReading.ts"
import type { MessageSpan, Violation } from "./Violation.ts"
import { wholeGraphemes } from "./wholeGraphemes.ts"

/** Longer words than these are cut: nobody reads them, and a report has to end. In UTF-16 units. */
const longestMatch = 200

const hidden = "•••"

/**
 * What was found, so that a person recognises it and nobody can use it: "+7926•••••67", "shop.ru/•••", "i•••@•••.ru", the last four
 * digits of a card; of words the words themselves, without the contacts among them.
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
    case "phrase":
      return wordsOf(violation, conversation, maskedPiece)
  }
}

/** What was found, as it was written. */
export const revealMatch = (violation: Violation, conversation: Conversation): string =>
  wordsOf(violation, conversation, (text, span) => text.slice(span.start, span.end))

const maskPhone = (number: string): string => {
  const code = parsePhoneNumberFromString(number)?.countryCallingCode ?? ""
  const national = number.slice(1 + code.length)
  const shown = Math.max(0, Math.min(3, national.length - 6))
  return `+${code}${national.slice(0, shown)}${"•".repeat(Math.max(0, national.length - shown - 2))}${national.slice(-2)}`
}

const maskLink = (violation: Violation, conversation: Conversation): string => {
  const [span] = violation.spans
  const region = conversation.region ?? defaultRegion
  const text = conversation.messages[span.message]?.text ?? ""
  const { links, emails } = readMessage(text.slice(span.start, span.end), region).addresses()
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
  piece: (text: string, span: MessageSpan, conversation: Conversation) => string
): string => {
  const words = violation.spans
    .map((span) => piece(conversation.messages[span.message]?.text ?? "", span, conversation))
    .join(" … ")
    .replace(/\s+/g, " ")
    .trim()
  return words.length <= longestMatch ? words : `${wholeGraphemes(words, longestMatch)}…`
}

const maskedPiece = (text: string, span: MessageSpan, conversation: Conversation): string => {
  const contacts = contactRanges(readMessage(text, conversation.region ?? defaultRegion), conversation.customerName)
  let masked = ""
  let position = span.start
  for (const contact of contacts) {
    if (contact.end <= span.start || contact.start >= span.end) continue
    masked += text.slice(position, Math.max(position, contact.start)) + hidden
    position = contact.end
  }
  return masked + text.slice(Math.min(position, span.end), span.end)
}
