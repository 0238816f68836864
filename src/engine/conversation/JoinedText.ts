import { Array as Arrays } from "effect"
import type { TextRange } from "../../text/FoldedText.ts"
import type { MessageSpan } from "../Violation.ts"

/** Between stretches that are context to each other: no number goes over it, and no word is read in it. */
export const barrier = " ° "

/** A stretch of a message's original text as a part of a joined text. */
interface Segment {
  readonly message: number
  /** Where it begins in the message, and where in the joined text. */
  readonly start: number
  readonly joinedStart: number
  readonly length: number
}

/**
 * A text put together of stretches of several messages, and the way back. Detectors read it like a message of its own, so that what is
 * split is judged as what is whole. All offsets are UTF-16 units.
 */
export class JoinedText {
  private joined = ""
  private readonly segments: Array<Segment> = []

  get text(): string {
    return this.joined
  }

  /** Adds a stretch of a message's text, with `separator` before it, and gives its place in the joined text. */
  add(message: number, text: string, { start, end }: TextRange, separator: string): TextRange {
    if (this.joined !== "") this.joined += separator
    const joinedStart = this.joined.length
    this.segments.push({ message, start, joinedStart, length: end - start })
    this.joined += text.slice(start, end)
    return { start: joinedStart, end: this.joined.length }
  }

  /** The places in the messages that a stretch of the joined text came from, in order; none for a separator alone. */
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

  /** The same where the stretch touches two messages or more, in the order of the messages; undefined where it lies within one. */
  crossingSpansOf(range: TextRange): Arrays.NonEmptyReadonlyArray<MessageSpan> | undefined {
    const spans = this.spansOf(range).toSorted((one, other) => one.message - other.message || one.start - other.start)
    if (!Arrays.isNonEmptyReadonlyArray(spans)) return undefined
    return spans[0].message === Arrays.lastNonEmpty(spans).message ? undefined : spans
  }
}
