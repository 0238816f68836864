import { Array as Arrays, Order } from "effect"
import { type MessageSpan, matchedRange } from "./Violation.ts"

/** In the order of the conversation; spans that share a character are one. */
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

const inOrder = Order.combine(
  Order.mapInput(Order.number, ({ message }: MessageSpan) => message),
  Order.mapInput(Order.number, ({ start }: MessageSpan) => start)
)

/** Of two spans of one message, the first of which begins first. */
const union = (one: MessageSpan, other: MessageSpan): MessageSpan => {
  const whole = { message: one.message, start: one.start, end: Math.max(one.end, other.end) }
  if (one.matched === undefined && other.matched === undefined) return whole
  const ranges = [matchedRange(one), matchedRange(other)]
  const start = Math.min(...ranges.map((range) => range.start))
  return { ...whole, matched: { start, end: Math.max(...ranges.map((range) => range.end)) } }
}
