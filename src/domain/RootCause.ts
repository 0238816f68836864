import { Schema } from "effect"
import { BusinessId } from "./Business.ts"
import { ChatId } from "./Chat.ts"
import { RuleId, Severity } from "./Rule.ts"

/**
 * The same words in several chats: a template or a habit, which is put right once. Findings that still ask for
 * something belong to it, not acknowledged ones.
 */
export const RootCause = Schema.Struct({
  /** A keyed digest of the words, which are not kept themselves. */
  wording: Schema.String,
  businessId: BusinessId,
  /** The rules that the words break, in the order of their ids. */
  rules: Schema.NonEmptyArray(RuleId),
  /** The gravest of their severities. */
  severity: Severity,
  findings: Schema.Int,
  chats: Schema.Int,
  /** A few of the chats, those with the newest findings first. */
  chatIds: Schema.NonEmptyArray(ChatId),
  /** When the words were first and last written: ISO 8601 in UTC; null when no date could be read. */
  firstAt: Schema.NullOr(Schema.String),
  lastAt: Schema.NullOr(Schema.String),
  /** Of the newest finding, masked. */
  match: Schema.String,
  excerpt: Schema.String
})
export type RootCause = typeof RootCause.Type
