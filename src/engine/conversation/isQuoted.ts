import type { Conversation } from "../Conversation.ts"
import type { Violation } from "../Violation.ts"

/** The maximum number of messages since the buyer wrote the quoted words. */
const farthestWritten = 6

/** The maximum length of a text to be printed on an article, in UTF-16 units. */
const longestQuotation = 100

const opening = /["«“„『「](?=[^"«»“”„『』「」]*$)/
const closing = /["»”“』」]/

/**
 * Whether the words of a finding are in quotation marks and repeat the buyer's words, as for a lettering:
 * "напишите «Позвони мне, мама»", "«Позвони мне, мама», шрифт рукописный?".
 */
export const isQuoted = ({ kind, spans }: Violation, { messages }: Conversation): boolean => {
  const [{ message, start, end }] = spans
  const text = messages[message]?.text ?? ""
  if (kind !== "phrase" || spans.length > 1) return false
  const before = text.slice(Math.max(0, start - longestQuotation), start + 1)
  const after = text.slice(end - 1, end + longestQuotation)
  const open = opening.exec(before)
  const close = closing.exec(after)
  if (open === null || close === null) return false
  const from = start + 1 - before.length + open.index + 1
  const quoted = text
    .slice(from, end - 1 + close.index)
    .trim()
    .toLowerCase()
  return (
    quoted !== "" &&
    messages
      .slice(Math.max(0, message - farthestWritten), message)
      .some(({ sender, text: written }) => sender === "CUSTOMER" && written.toLowerCase().includes(quoted))
  )
}
