import { Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { ChatId } from "../domain/Chat.ts"
import { FindingStatus, Span } from "../domain/Finding.ts"
import { MessageId } from "../domain/Message.ts"
import { RuleId, Severity } from "../domain/Rule.ts"

/* The rows that are read back, each with the columns that its query names. */

const Count = Schema.NumberFromString.pipe(Schema.compose(Schema.Int))
/** SQLite gives whole numbers as numbers, PostgreSQL gives its BIGINT as text. */
const Whole = Schema.Union(Schema.Int, Count)

export const SecretRow = Schema.Struct({ value: Schema.String })

export const RunRow = Schema.Struct({
  run_id: Schema.String,
  started_at: Whole,
  finished_at: Schema.NullOr(Whole),
  rule_set: Schema.String
})

export const PendingRow = Schema.Struct({
  chat_id: ChatId,
  context: Schema.String,
  order_id: Schema.NullOr(Schema.String),
  updated_at: Schema.NullOr(Whole),
  last_message_id: Schema.NullOr(MessageId),
  context_message_id: Schema.NullOr(MessageId)
})

export const CountsRow = Schema.Struct({
  listed: Whole,
  scanned: Whole,
  unchanged: Whole,
  messages: Whole,
  partner_messages: Whole,
  unknown_senders: Whole,
  older_rules: Whole
})

export const RunBusinessRow = Schema.Struct({
  business_id: BusinessId,
  list_requests: Whole,
  history_requests: Whole,
  retried_requests: Whole,
  failure_reason: Schema.NullOr(Schema.String),
  failure_message: Schema.NullOr(Schema.String),
  chats_listed: Whole,
  chats_scanned: Whole,
  chats_unchanged: Whole,
  messages: Whole,
  partner_messages: Whole,
  unknown_senders: Whole,
  older_rules: Whole
})

export const NotScannedRow = Schema.Struct({ chat_id: ChatId, reason: Schema.String, message: Schema.String })

export const FindingRow = Schema.Struct({
  finding_id: Schema.String,
  business_id: BusinessId,
  chat_id: ChatId,
  rule: RuleId,
  severity: Severity,
  confidence: Schema.Number,
  context: Schema.String,
  order_id: Schema.NullOr(Schema.String),
  written_at: Schema.NullOr(Whole),
  spans: Schema.parseJson(Schema.NonEmptyArray(Span)),
  masked_match: Schema.String,
  masked_excerpt: Schema.String,
  status: FindingStatus
})

export const BudgetRow = Schema.Struct({
  request_limit: Whole,
  remaining: Whole,
  limit_window: Whole,
  until: Whole
})

export const TallyRow = Schema.Struct({ severity: Severity, status: FindingStatus, findings: Whole })
