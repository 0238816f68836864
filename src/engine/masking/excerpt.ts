import type { TextRange } from "../../text/FoldedText.ts"
import { type Conversation, defaultRegion } from "../Conversation.ts"
import { readMessage } from "../message/MessageReading.ts"
import type { Violation } from "../Violation.ts"
import { contactRanges, tellingPieces } from "./contactRanges.ts"
import { wholeGraphemes, wholeGraphemesFromEnd } from "./wholeGraphemes.ts"

/** How much is shown on each side, in UTF-16 units. */
const context = 28

/** A word is not cut if it ends this soon. */
const wordLength = 12

/** How far from the finding the text is looked at at all: masks make it shorter. */
const farthest = 200

/** More of the words found is not shown. */
const longestFinding = 200

/** The finding's own contact, and any other one. Neither tells how long the hidden text is. */
const ownMask = "██████"
const otherMask = "•••"

/**
 * The finding with a little of the text around it, in one line. Without `reveal` every contact in it is hidden, also
 * those that no rule speaks of; the words of a phrase stay readable.
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
  const contacts = reveal
    ? []
    : contactRanges(
        readMessage(text, conversation.region ?? defaultRegion),
        conversation.customerName,
        inPieces ? tellingPieces : undefined
      )
  const isContact = violation.kind !== "phrase" && !reveal
  const hidden = isContact ? covering(contacts, spans) : contacts.map((range) => ({ ...range, mask: otherMask }))
  // A message that holds the finding several times is shown where it holds it first.
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

interface HiddenRange extends TextRange {
  readonly mask: string
}

/** The contacts and the finding's own spans, which are hidden whole even where a contact in them is narrower. */
const covering = (contacts: ReadonlyArray<TextRange>, spans: ReadonlyArray<TextRange>): ReadonlyArray<HiddenRange> => {
  const ranges = [
    ...contacts.map((range) => ({ ...range, mask: otherMask })),
    ...spans.map(({ start, end }) => ({ start, end, mask: ownMask }))
  ].sort((one, other) => one.start - other.start)
  const merged: Array<HiddenRange> = []
  for (const range of ranges) {
    const previous = merged.at(-1)
    if (previous !== undefined && range.start < previous.end) {
      const mask = previous.mask === ownMask ? ownMask : range.mask
      merged[merged.length - 1] = { start: previous.start, end: Math.max(previous.end, range.end), mask }
    } else merged.push(range)
  }
  return merged
}

/** The span with all of what is hidden at its edges: half a contact must not stand outside. */
const widenedTo = ({ start, end }: TextRange, hidden: ReadonlyArray<TextRange>): TextRange => {
  const touching = hidden.filter((range) => range.start < end && range.end > start)
  return {
    start: Math.min(start, touching[0]?.start ?? start),
    end: Math.max(end, touching.at(-1)?.end ?? end)
  }
}

/** A stretch of the text with the hidden ranges masked, blanks and line ends as single blanks. A range that an edge cuts is masked whole. */
const render = (text: string, start: number, end: number, hidden: ReadonlyArray<HiddenRange>): string => {
  let rendered = ""
  let position = start
  for (const range of hidden) {
    if (range.end <= start || range.start >= end) continue
    rendered += text.slice(position, Math.max(position, range.start)) + range.mask
    position = range.end
  }
  return (rendered + text.slice(Math.min(position, end), end)).replace(/[\s\p{Cc}]+/gu, " ")
}

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
