import { Schema } from "effect"
import { BusinessId } from "./Business.ts"
import { ChatId } from "./Chat.ts"
import { RuleId, Severity } from "./Rule.ts"

/**
 * The same wording in several chats: a template or a habit, which needs correcting only once. Acknowledged findings do
 * not count.
 */
export const RootCause = Schema.Struct({
  /** A keyed digest of the words, which are not stored themselves. */
  wording: Schema.String,
  businessId: BusinessId,
  /** The rules that the words break, in the order of their ids. */
  rules: Schema.NonEmptyArray(RuleId),
  /** The highest of their severities. */
  severity: Severity,
  findings: Schema.Int,
  chats: Schema.Int,
  /** Some of the chats, those with the newest findings first. */
  chatIds: Schema.NonEmptyArray(ChatId),
  /** When the words were first and last written, ISO 8601 in UTC; null if no date is readable. */
  firstAt: Schema.NullOr(Schema.String),
  lastAt: Schema.NullOr(Schema.String),
  /** Of the newest finding, masked. */
  match: Schema.String,
  excerpt: Schema.String
})
export type RootCause = typeof RootCause.Type
