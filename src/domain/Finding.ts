import { Schema } from "effect"
import { BusinessId } from "./Business.ts"
import { ChatId } from "./Chat.ts"
import { MessageId } from "./Message.ts"
import { RuleId, Severity } from "./Rule.ts"

/** A place in a sent message: UTF-16 offsets into its original text, `end` exclusive. */
export const Span = Schema.Struct({ messageId: MessageId, start: Schema.Int, end: Schema.Int })
export type Span = typeof Span.Type

/** A sent message is an event, so a finding is new, seen before, or acknowledged by a person; it is never "fixed". */
export const FindingStatus = Schema.Literal("new", "repeated", "acknowledged")
export type FindingStatus = typeof FindingStatus.Type

/** A rule broken in a chat. `match` and `excerpt` are masked; the hidden text is not stored anywhere. */
export const Finding = Schema.Struct({
  id: Schema.String,
  rule: RuleId,
  severity: Severity,
  /** From 0 to 1. */
  confidence: Schema.Number,
  status: FindingStatus,
  businessId: BusinessId,
  chatId: ChatId,
  orderId: Schema.NullOr(Schema.String),
  /** ORDER, RETURN or DIRECT. */
  context: Schema.String,
  /** When the finding's first message was written, ISO 8601 in UTC; null if the marketplace's date is unreadable. */
  at: Schema.NullOr(Schema.String),
  spans: Schema.NonEmptyArray(Span),
  match: Schema.String,
  excerpt: Schema.String,
  /** Only on an acknowledged finding: why, and when the acknowledgement ends (ISO 8601 in UTC). */
  acknowledgement: Schema.optional(Schema.Struct({ reason: Schema.String, until: Schema.String }))
})
export type Finding = typeof Finding.Type
