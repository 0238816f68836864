import type { Array as Arrays } from "effect"
import type { RuleId, Severity } from "../domain/Rule.ts"
import type { TextRange } from "../text/FoldedText.ts"

/** What was found: a kind of contact, or words. */
export type ViolationKind = "phone" | "link" | "email" | "card" | "phrase"

/**
 * A range of a message in the conversation: the index of the message, and UTF-16 offsets into its original text, `end`
 * exclusive.
 */
export interface MessageSpan {
  readonly message: number
  readonly start: number
  readonly end: number
  /**
   * The range of the words that matched, if more is highlighted. Identity and allow lists depend on this range only.
   */
  readonly matched?: TextRange
}

/** The range that matched, regardless of how much is highlighted. */
export const matchedRange = ({ start, end, matched = { start, end } }: MessageSpan): TextRange => matched

/**
 * A violation of a rule in a conversation. Within a message, there is one per rule and `normalized`, regardless of the
 * number of occurrences.
 */
export interface Violation {
  readonly rule: RuleId
  readonly severity: Severity
  /** From 0 to 1. */
  readonly confidence: number
  readonly kind: ViolationKind
  /** In the order of the conversation. */
  readonly spans: Arrays.NonEmptyReadonlyArray<MessageSpan>
  /**
   * The finding in a form independent of its spelling: E.164 for a phone, the host for a link (lower case, IDN as
   * punycode), the address for an e-mail, the digits for a card, "" for words. It does not depend on the spans.
   */
  readonly normalized: string
  /**
   * The index of the attached file whose name contains the finding. Spans cannot point into a name, so the span then
   * covers the whole text of the message (0 to 0 if it is empty).
   */
  readonly file?: number
}
