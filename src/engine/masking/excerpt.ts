import type { TextRange } from "../../text/FoldedText.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { Violation } from "../Violation.ts"
import { contactRanges, fewestPieceDigits } from "./contactRanges.ts"
import { contactsInFileName } from "./contactsInFileName.ts"
import { type HiddenRange, hiddenRanges } from "./HiddenRange.ts"
import { hideRanges } from "./hideRanges.ts"
import { wholeGraphemes, wholeGraphemesFromEnd } from "./wholeGraphemes.ts"

/** The length of the context on each side, in UTF-16 units. */
const context = 28

/** The context is cut at a blank within this distance, to keep words whole. */
const wordLength = 12

/** How much text around the finding is processed; masks shorten it. */
const farthest = 200

/** The maximum length of the finding. */
const longestFinding = 200

/**
 * The finding with some context, on one line. Without `reveal`, all contacts in it are hidden, including those that
 * violate no rule; the words of a phrase stay readable.
 */
export const excerpt = (
  violation: Violation,
  conversation: Conversation,
  { reveal }: { readonly reveal: boolean }
): string => {
  const messages = [...new Set(violation.spans.map(({ message }) => message))]
  return messages.map((message) => excerptOf(message, violation, conversation, reveal)).join(" / ")
}

const excerptOf = (message: number, violation: Violation, conversation: Conversation, reveal: boolean): string => {
  const { text: words = "", files } = conversation.messages[message] ?? {}
  const text = violation.file === undefined ? words : (files?.[violation.file] ?? "")
  const spans =
    violation.file === undefined
      ? violation.spans.filter((span) => span.message === message)
      : [{ message, start: 0, end: text.length }]
  const inPieces = violation.spans.some((span) => span.message !== message)
  const contactsIn = (): ReadonlyArray<TextRange> =>
    violation.file === undefined
      ? contactRanges(
          readMessage(text, conversation.region ?? defaultRegion),
          conversation.customerName,
          inPieces ? fewestPieceDigits : undefined
        )
      : contactsInFileName(text, conversation)
  const contacts = reveal ? [] : contactsIn()
  const isContact = violation.kind !== "phrase" && !reveal
  const hidden = hiddenRanges(contacts, isContact ? spans : [])
  // A message with several occurrences is shown at the first one.
  const [span] = spans
  const finding = span === undefined ? { start: 0, end: 0 } : widenedTo(span, hidden)
  const before = render(text, Math.max(0, finding.start - farthest), finding.start, hidden)
  const inside = render(text, finding.start, finding.end, hidden)
  const after = render(text, finding.end, Math.min(text.length, finding.end + farthest), hidden)
  return (
    cutBefore(before, finding.start > farthest) +
    (inside.length > longestFinding ? `${wholeGraphemes(inside, longestFinding)}…` : inside) +
    cutAfter(after, text.length - finding.end > farthest)
  ).trim()
}

/** Extends the span by hidden ranges at its edges, so that no part of a contact is outside. */
const widenedTo = ({ start, end }: TextRange, hidden: ReadonlyArray<TextRange>): TextRange => {
  const touching = hidden.filter((range) => range.start < end && range.end > start)
  return {
    start: Math.min(start, touching[0]?.start ?? start),
    end: Math.max(end, touching.at(-1)?.end ?? end)
  }
}

/** A range of the text with hidden ranges masked, and whitespace collapsed to single blanks. */
const render = (text: string, start: number, end: number, hidden: ReadonlyArray<HiddenRange>): string =>
  hideRanges(text, hidden, { start, end }).replace(/[\s\p{Cc}]+/gu, " ")

const cutBefore = (text: string, more: boolean): string => {
  if (!more && text.length <= context) return text
  const kept = wholeGraphemesFromEnd(text, context)
  const blank = kept.indexOf(" ")
  return `…${blank >= 0 && blank < wordLength ? kept.slice(blank + 1) : kept}`
}

const cutAfter = (text: string, more: boolean): string => {
  if (!more && text.length <= context) return text
  const kept = wholeGraphemes(text, context)
  const blank = kept.lastIndexOf(" ")
  return `${blank >= 0 && kept.length - blank <= wordLength ? kept.slice(0, blank) : kept}…`
}
