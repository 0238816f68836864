import { Array as Arrays, Order } from "effect"
import { type MessageSpan, matchedRange } from "./Violation.ts"

/** Sorts spans by message and start, and merges overlapping ones. */
export const joinSpans = (
  spans: Arrays.NonEmptyReadonlyArray<MessageSpan>
): Arrays.NonEmptyReadonlyArray<MessageSpan> => {
  const [first, ...rest] = Arrays.sort(spans, inOrder)
  const whole: Arrays.NonEmptyArray<MessageSpan> = [first]
  for (const span of rest) {
    const previous = Arrays.lastNonEmpty(whole)
    if (previous.message === span.message && span.start < previous.end) whole[whole.length - 1] = union(previous, span)
    else whole.push(span)
  }
  return whole
}

const inOrder = Order.make((one: MessageSpan, other: MessageSpan) =>
  Order.number(one.message - other.message || one.start - other.start, 0)
)

/** The union of two overlapping spans of a message; `one` starts first. */
const union = (one: MessageSpan, other: MessageSpan): MessageSpan => {
  const { message, start } = one
  const end = Math.max(one.end, other.end)
  if (one.matched === undefined && other.matched === undefined) return { message, start, end }
  const first = matchedRange(one)
  const second = matchedRange(other)
  return {
    message,
    start,
    end,
    matched: { start: Math.min(first.start, second.start), end: Math.max(first.end, second.end) }
  }
}
