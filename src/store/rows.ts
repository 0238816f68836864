import { Schema } from "effect"
import { BusinessId } from "../domain/Business.ts"
import { ChangeKind } from "../domain/Changes.ts"
import { ChatId } from "../domain/Chat.ts"
import { FindingStatus, Span } from "../domain/Finding.ts"
import { FindingCount } from "../domain/FindingCount.ts"
import { LostState, MailState } from "../domain/MailState.ts"
import { MessageId } from "../domain/Message.ts"
import { RuleId, Severity } from "../domain/Rule.ts"

// Schemas of the rows that queries return.

export const SecretRow = Schema.Struct({ value: Schema.String })

export const RunRow = Schema.Struct({
  run_id: Schema.String,
  started_at: Schema.Int,
  finished_at: Schema.NullOr(Schema.Int),
  rule_set: Schema.String
})

export const FinishedRunRow = Schema.Struct({
  run_id: Schema.String,
  started_at: Schema.Int,
  finished_at: Schema.Int,
  rule_set: Schema.String
})

export const PendingRow = Schema.Struct({
  chat_id: ChatId,
  context: Schema.String,
  order_id: Schema.NullOr(Schema.String),
  updated_at: Schema.NullOr(Schema.Int),
  last_message_id: Schema.NullOr(MessageId),
  context_message_id: Schema.NullOr(MessageId),
  judged: Schema.NullOr(Schema.parseJson(Schema.Array(Schema.String))),
  rule_set: Schema.NullOr(Schema.String)
})

export const JudgedFindingRow = Schema.Struct({
  finding_id: Schema.String,
  spans: Schema.parseJson(Schema.NonEmptyArray(Span)),
  rule_set: Schema.String
})

export const JudgedRow = Schema.Struct({ rule_set: Schema.String, last_message_id: Schema.NullOr(MessageId) })

export const CountsRow = Schema.Struct({
  listed: Schema.Int,
  scanned: Schema.Int,
  unchanged: Schema.Int,
  messages: Schema.Int,
  partner_messages: Schema.Int,
  unknown_senders: Schema.Int,
  older_rules: Schema.Int
})

export const RunBusinessRow = Schema.Struct({
  business_id: BusinessId,
  list_requests: Schema.Int,
  history_requests: Schema.Int,
  retried_requests: Schema.Int,
  failure_reason: Schema.NullOr(Schema.String),
  failure_message: Schema.NullOr(Schema.String),
  chats_listed: Schema.Int,
  chats_scanned: Schema.Int,
  chats_unchanged: Schema.Int,
  messages: Schema.Int,
  partner_messages: Schema.Int,
  unknown_senders: Schema.Int,
  older_rules: Schema.Int
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
  written_at: Schema.NullOr(Schema.Int),
  spans: Schema.parseJson(Schema.NonEmptyArray(Span)),
  masked_match: Schema.String,
  masked_excerpt: Schema.String,
  status: FindingStatus,
  ack_reason: Schema.NullOr(Schema.String),
  ack_until: Schema.NullOr(Schema.Int)
})

export const ChangedFindingRow = Schema.Struct({ ...FindingRow.fields, change_kind: ChangeKind })

export const BudgetRow = Schema.Struct({
  request_limit: Schema.Int,
  remaining: Schema.Int,
  limit_window: Schema.Int,
  until: Schema.Int
})

export const FindingCountRow = Schema.Struct({ ...FindingCount.fields, findings: Schema.Int })

export const ChangeCountRow = Schema.Struct({ change_kind: ChangeKind, findings: Schema.Int })

export const TrendRow = Schema.Struct({
  run_id: Schema.String,
  severity: Severity,
  status: FindingStatus,
  findings: Schema.Int
})

export const AcknowledgementRow = Schema.Struct({
  finding_id: Schema.String,
  reason: Schema.String,
  acknowledged_by: Schema.String,
  acknowledged_at: Schema.Int,
  until: Schema.Int
})

export const WordingRow = Schema.Struct({
  business_id: BusinessId,
  wording: Schema.String,
  findings: Schema.Int,
  chats: Schema.Int,
  first_at: Schema.NullOr(Schema.Int),
  last_at: Schema.NullOr(Schema.Int)
})

export const WordingRuleRow = Schema.Struct({ rule: RuleId, severity: Severity })

export const WordingChatRow = Schema.Struct({ chat_id: ChatId })
export const WordingPlaceRow = Schema.Struct({
  masked_match: Schema.String,
  masked_excerpt: Schema.String
})

export const FindingIdRow = Schema.Struct({ finding_id: Schema.String })
export const RunIdRow = Schema.Struct({ run_id: Schema.String })
export const NumberRow = Schema.Struct({ number: Schema.Int })
export const BusinessIdRow = Schema.Struct({ business_id: BusinessId })
export const OutboxRow = Schema.Struct({
  business_id: BusinessId,
  run_id: Schema.String,
  kind: Schema.String,
  recipient: Schema.String,
  message_id: Schema.String,
  sender: Schema.String,
  state: MailState,
  error: Schema.NullOr(Schema.String),
  answer: Schema.NullOr(Schema.String)
})

export const UndeliveredRow = Schema.Struct({
  business_id: BusinessId,
  recipient: Schema.String,
  state: LostState,
  answer: Schema.NullOr(Schema.String),
  changed_at: Schema.Int
})

export const MailContentRow = Schema.Struct({ content: Schema.String })

export const MailedRunRow = Schema.Struct({
  run_id: Schema.String,
  kind: Schema.String,
  queued_at: Schema.Int
})

export const QueuedChatRow = Schema.Struct({
  business_id: BusinessId,
  chat_id: ChatId,
  notifications: Schema.Int,
  attempts: Schema.Int
})

export const CountRow = Schema.Struct({ chats: Schema.Int })

export const DueRow = Schema.Struct({ due_at: Schema.NullOr(Schema.Int) })
