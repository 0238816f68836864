import type { Array as Arrays } from "effect"
import type { RuleId, Severity } from "../domain/Rule.ts"
import type { TextRange } from "../text/FoldedText.ts"

/** What was found: a contact of some kind, or words. */
export type ViolationKind = "phone" | "link" | "email" | "card" | "phrase"

/** A place in one of the conversation's messages: its index, and UTF-16 offsets into its original text, `end` exclusive. */
export interface MessageSpan {
  readonly message: number
  readonly start: number
  readonly end: number
  /** The words that told it, where more is marked than these. What is found and what is let pass depends on them alone. */
  readonly matched?: TextRange
}

/** What told that something stands at a span, however much of the text is marked. */
export const matchedRange = ({ start, end, matched = { start, end } }: MessageSpan): TextRange => matched

/** A rule broken in a conversation. One rule and one `normalized` give one violation in a message, however often they stand there. */
export interface Violation {
  readonly rule: RuleId
  readonly severity: Severity
  /** From 0 to 1. */
  readonly confidence: number
  readonly kind: ViolationKind
  /** In the order of the conversation. */
  readonly spans: Arrays.NonEmptyReadonlyArray<MessageSpan>
  /**
   * What was found, however it was written: E.164 for a phone, the host for a link (lower case, IDN as punycode), the
   * address for an e-mail, the digits for a card, "" for words. It does not depend on where the spans begin and end.
   */
  readonly normalized: string
  /**
   * The index among the message's files of that in whose name it stands. A span cannot point into a name: then it takes in the whole text of
   * the message, from 0 to its length, which is 0 to 0 where the message has no words.
   */
  readonly file?: number
}
