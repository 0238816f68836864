import { Array as Arrays } from "effect"
import type { TextRange } from "../../text/FoldedText.ts"
import type { MessageSpan } from "../Violation.ts"

/** Separates ranges that are only context for each other: no number continues across it, and it contains no word. */
export const barrier = " ° "

/** A range of a message's original text within a joined text. */
interface Segment {
  readonly message: number
  /** Its start in the message and in the joined text. */
  readonly start: number
  readonly joinedStart: number
  readonly length: number
}

/**
 * A text joined from ranges of several messages, with a map back to them. Detectors read it like one message, so that
 * split contacts are judged like whole ones. All offsets are UTF-16 units.
 */
export class JoinedText {
  private joined = ""
  private readonly segments: Array<Segment> = []

  get text(): string {
    return this.joined
  }

  /** Appends a range of a message's text after `separator`, and returns its range in the joined text. */
  add(message: number, text: string, { start, end }: TextRange, separator: string): TextRange {
    if (this.joined !== "") this.joined += separator
    const joinedStart = this.joined.length
    this.segments.push({ message, start, joinedStart, length: end - start })
    this.joined += text.slice(start, end)
    return { start: joinedStart, end: this.joined.length }
  }

  /** Maps a range of the joined text to spans of the messages, in order; empty for a separator alone. */
  spansOf({ start, end }: TextRange): ReadonlyArray<MessageSpan> {
    const spans: Array<MessageSpan> = []
    for (const segment of this.segments) {
      const from = Math.max(start, segment.joinedStart)
      const to = Math.min(end, segment.joinedStart + segment.length)
      if (from >= to) continue
      const shift = segment.start - segment.joinedStart
      const span = { message: segment.message, start: from + shift, end: to + shift }
      const previous = spans.at(-1)
      if (previous?.message === span.message && previous.end === span.start) {
        spans[spans.length - 1] = { ...previous, end: span.end }
      } else spans.push(span)
    }
    return spans
  }

  /** The spans of a range that covers several messages, sorted by message; undefined if it is within one. */
  crossingSpansOf(range: TextRange): Arrays.NonEmptyReadonlyArray<MessageSpan> | undefined {
    const spans = this.spansOf(range).toSorted((one, other) => one.message - other.message || one.start - other.start)
    if (!Arrays.isNonEmptyReadonlyArray(spans)) return undefined
    return spans[0].message === Arrays.lastNonEmpty(spans).message ? undefined : spans
  }
}
