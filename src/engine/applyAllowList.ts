import { Array as Arrays } from "effect"
import { originalRange, type TextRange } from "../text/FoldedText.ts"
import type { AllowList } from "./AllowList.ts"
import { type Conversation, defaultRegion } from "./Conversation.ts"
import { readMessage } from "./MessageReading.ts"
import type { MessageSpan, Violation } from "./Violation.ts"

/**
 * The violations without those that the shop lets pass. Of a violation that stands in several places only the places go
 * that are allowed: one page of a site may be allowed and another not.
 */
export const applyAllowList = (
  violations: ReadonlyArray<Violation>,
  conversation: Conversation,
  allowList: AllowList
): ReadonlyArray<Violation> =>
  violations.flatMap((violation) => {
    const spans = violation.spans.filter((span) => !isAllowed(violation, span, conversation, allowList))
    if (spans.length === violation.spans.length) return [violation]
    return Arrays.isNonEmptyReadonlyArray(spans) ? [{ ...violation, spans }] : []
  })

const isAllowed = (
  violation: Violation,
  span: MessageSpan,
  conversation: Conversation,
  allowList: AllowList
): boolean => {
  const { kind, normalized } = violation
  switch (kind) {
    case "phone":
      return allowList.numbers.has(normalized)
    case "link":
      return allowList.hosts.allowsHost(normalized) || isAllowedPage(normalized, span, conversation, allowList)
    case "email":
      return (
        allowList.addresses.has(normalized.toLowerCase()) ||
        allowList.addresses.has(normalized.slice(normalized.lastIndexOf("@")).toLowerCase())
      )
    case "phrase":
      return holdsAllowedPhrase(span, conversation, allowList)
    case "card":
      return false
  }
}

/** A violation names the host alone; the path stands in the text. */
const isAllowedPage = (
  host: string,
  { message, start, end }: MessageSpan,
  { messages, region }: Conversation,
  { hosts }: AllowList
): boolean => {
  const written = messages[message]?.text.slice(start, end) ?? ""
  return readMessage(written, region ?? defaultRegion)
    .addresses()
    .links.some((link) => link.host === host && hosts.allowsPage(host, link.path))
}

/** Whether an allowed phrase of the message shares a word with the span. */
const holdsAllowedPhrase = (
  { message, start, end }: MessageSpan,
  { messages, region }: Conversation,
  { phrases, vocabulary }: AllowList
): boolean => {
  const reading = readMessage(messages[message]?.text ?? "", region ?? defaultRegion)
  const text = reading.tokens(vocabulary)
  return phrases.match(text).some(({ first, last }) => {
    for (const token of text.tokens.slice(first, last + 1)) {
      const range: TextRange = originalRange(reading.folded, token)
      if (range.start < end && range.end > start) return true
    }
    return false
  })
}
