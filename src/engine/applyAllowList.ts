import { Array as Arrays } from "effect"
import { originalRange, type TextRange } from "../text/FoldedText.ts"
import { firstWhere } from "../text/firstWhere.ts"
import type { Token } from "../text/Token.ts"
import type { AllowList } from "./AllowList.ts"
import { type Conversation, defaultRegion } from "./Conversation.ts"
import { linksTo } from "./linksTo.ts"
import { readMessage } from "./message/MessageReading.ts"
import { type MessageSpan, matchedRange, type Violation } from "./Violation.ts"

/**
 * Removes violations that the shop allows. Of a violation with several spans, only the allowed ones are removed, since
 * one page of a site may be allowed and another not.
 */
export const applyAllowList = (
  violations: ReadonlyArray<Violation>,
  conversation: Conversation,
  allowList: AllowList
): ReadonlyArray<Violation> => {
  const holdsAllowedPhrase = allowedPhrases(conversation, allowList)
  return violations.flatMap((violation) => {
    const spans = violation.spans.filter(
      (span) => !isAllowed(violation, span, conversation, allowList, holdsAllowedPhrase)
    )
    if (spans.length === violation.spans.length) return [violation]
    return Arrays.isNonEmptyReadonlyArray(spans) ? [{ ...violation, spans }] : []
  })
}

const isAllowed = (
  violation: Violation,
  span: MessageSpan,
  conversation: Conversation,
  allowList: AllowList,
  holdsAllowedPhrase: (span: MessageSpan, file: number | undefined) => boolean
): boolean => {
  const { kind, normalized, file } = violation
  switch (kind) {
    case "phone":
      return allowList.numbers.has(normalized)
    case "link":
      return allowList.hosts.allowsHost(normalized) || isAllowedPage(violation, span, conversation, allowList)
    case "email":
      return (
        allowList.addresses.has(normalized.toLowerCase()) ||
        allowList.addresses.has(normalized.slice(normalized.lastIndexOf("@")).toLowerCase())
      )
    case "phrase":
      return holdsAllowedPhrase(span, file)
    case "card":
      return false
  }
}

const isAllowedPage = (
  { normalized, file }: Violation,
  { message, start, end }: MessageSpan,
  { messages }: Conversation,
  { hosts }: AllowList
): boolean => {
  const { text = "", files } = messages[message] ?? {}
  const written = file === undefined ? text.slice(start, end) : (files?.[file] ?? "")
  return linksTo(normalized, written).some(({ path }) => hosts.allowsPage(normalized, path))
}

/**
 * Returns a test for whether an allowed phrase of the message shares a word with a span, or occurs in the file's name.
 * Each message is read once.
 */
const allowedPhrases = (
  { messages, region }: Conversation,
  { phrases, vocabulary }: AllowList
): ((span: MessageSpan, file: number | undefined) => boolean) => {
  const wordsOf = (written: string): ReadonlyArray<TextRange> => {
    const reading = readMessage(written, region ?? defaultRegion)
    const text = reading.tokens(vocabulary)
    const allowed = new Set<Token>()
    for (const { first, last } of phrases.match(text)) {
      for (const token of text.tokens.slice(first, last + 1)) allowed.add(token)
    }
    return text.tokens.filter((token) => allowed.has(token)).map((token) => originalRange(reading.folded, token))
  }
  const known = new Map<number, ReadonlyArray<TextRange>>()
  return (span, file) => {
    const { message } = span
    if (file !== undefined) return wordsOf(messages[message]?.files?.[file]?.replaceAll("_", " ") ?? "").length > 0
    const { start, end } = matchedRange(span)
    const words = known.get(message) ?? wordsOf(messages[message]?.text ?? "")
    known.set(message, words)
    const next = words[firstWhere(words.length, (index) => (words[index]?.end ?? 0) > start)]
    return next !== undefined && next.start < end
  }
}
