import * as SqlClient from "@effect/sql/SqlClient"
import { Effect } from "effect"

const firstTables = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  // Secrets that belong to the data: the key of finding ids.
  yield* sql`CREATE TABLE secrets (name TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL)`
  yield* sql`
    CREATE TABLE runs (
      run_id TEXT PRIMARY KEY NOT NULL,
      started_at BIGINT NOT NULL,
      finished_at BIGINT,
      rule_set TEXT NOT NULL,
      complete INTEGER
    )`
  yield* sql`
    CREATE TABLE run_businesses (
      run_id TEXT NOT NULL REFERENCES runs (run_id),
      business_id TEXT NOT NULL,
      list_requests INTEGER NOT NULL DEFAULT 0,
      history_requests INTEGER NOT NULL DEFAULT 0,
      retried_requests INTEGER NOT NULL DEFAULT 0,
      failure_reason TEXT,
      failure_message TEXT,
      chats_listed INTEGER,
      chats_scanned INTEGER,
      chats_unchanged INTEGER,
      messages INTEGER,
      partner_messages INTEGER,
      unknown_senders INTEGER,
      older_rules INTEGER,
      PRIMARY KEY (run_id, business_id)
    )`
  // How far each chat has been read. Message texts are stored nowhere.
  yield* sql`
    CREATE TABLE chats (
      business_id TEXT NOT NULL,
      chat_id TEXT NOT NULL,
      context TEXT NOT NULL,
      order_id TEXT,
      updated_at BIGINT,
      listed_run TEXT NOT NULL,
      read_updated_at BIGINT,
      last_message_id TEXT,
      context_message_id TEXT,
      rule_set TEXT,
      scanned_run TEXT,
      full_run TEXT,
      messages INTEGER NOT NULL DEFAULT 0,
      partner_messages INTEGER NOT NULL DEFAULT 0,
      unknown_senders INTEGER NOT NULL DEFAULT 0,
      PRIMARY KEY (business_id, chat_id)
    )`
  yield* sql`
    CREATE TABLE not_scanned (
      run_id TEXT NOT NULL,
      business_id TEXT NOT NULL,
      chat_id TEXT NOT NULL,
      reason TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (run_id, business_id, chat_id)
    )`
  yield* sql`
    CREATE TABLE findings (
      finding_id TEXT PRIMARY KEY NOT NULL,
      business_id TEXT NOT NULL,
      chat_id TEXT NOT NULL,
      rule TEXT NOT NULL,
      severity TEXT NOT NULL,
      confidence DOUBLE PRECISION NOT NULL,
      context TEXT NOT NULL,
      order_id TEXT,
      written_at BIGINT,
      spans TEXT NOT NULL,
      masked_match TEXT NOT NULL,
      masked_excerpt TEXT NOT NULL,
      rule_set TEXT NOT NULL,
      first_run TEXT,
      last_run TEXT NOT NULL,
      withdrawn_run TEXT
    )`
  yield* sql`CREATE INDEX findings_of_chat ON findings (business_id, chat_id)`
  yield* sql`
    CREATE TABLE budgets (
      business_id TEXT NOT NULL,
      operation TEXT NOT NULL,
      request_limit BIGINT NOT NULL,
      remaining BIGINT NOT NULL,
      limit_window BIGINT NOT NULL,
      until BIGINT NOT NULL,
      PRIMARY KEY (business_id, operation)
    )`
})

/**
 * Columns for comparing runs: the order of runs independently of the clock, why a finding is gone, whether only changed
 * rules found it, the digest of its wording, acknowledgements, and the counts of each run.
 */
const changesBetweenRuns = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE runs ADD COLUMN run_number INTEGER`
  yield* sql`UPDATE runs SET run_number = (SELECT count(*) FROM runs AS earlier
    WHERE earlier.started_at < runs.started_at OR (earlier.started_at = runs.started_at AND earlier.run_id <= runs.run_id))`
  yield* sql`CREATE UNIQUE INDEX runs_in_order ON runs (run_number)`
  yield* sql`ALTER TABLE findings ADD COLUMN message_id TEXT`
  yield* sql`ALTER TABLE findings ADD COLUMN by_changed_rules INTEGER NOT NULL DEFAULT 0`
  yield* sql`ALTER TABLE findings ADD COLUMN wording TEXT`
  yield* sql`ALTER TABLE findings ADD COLUMN withdrawn_reason TEXT`
  yield* sql`UPDATE findings SET withdrawn_reason = 'rules' WHERE withdrawn_run IS NOT NULL`
  yield* sql`CREATE INDEX findings_of_wording ON findings (wording)`
  yield* sql`
    CREATE TABLE acknowledgements (
      finding_id TEXT PRIMARY KEY NOT NULL,
      reason TEXT NOT NULL,
      acknowledged_by TEXT NOT NULL,
      acknowledged_at BIGINT NOT NULL,
      until BIGINT NOT NULL
    )`
  yield* sql`
    CREATE TABLE run_findings (
      run_id TEXT NOT NULL REFERENCES runs (run_id),
      business_id TEXT NOT NULL,
      severity TEXT NOT NULL,
      status TEXT NOT NULL,
      findings INTEGER NOT NULL,
      PRIMARY KEY (run_id, business_id, severity, status)
    )`
  // The counts of earlier runs are derived from the findings.
  yield* sql`
    INSERT INTO run_findings (run_id, business_id, severity, status, findings)
    SELECT runs.run_id, findings.business_id, severity,
      CASE WHEN first_run = runs.run_id THEN 'new' ELSE 'repeated' END AS status, count(*)
    FROM runs
    JOIN run_businesses ON run_businesses.run_id = runs.run_id
    JOIN findings ON findings.business_id = run_businesses.business_id
    JOIN runs AS first ON first.run_id = findings.first_run AND first.run_number <= runs.run_number
    LEFT JOIN runs AS withdrawn ON withdrawn.run_id = findings.withdrawn_run
    WHERE runs.finished_at IS NOT NULL
      AND (findings.withdrawn_run IS NULL OR withdrawn.run_number > runs.run_number)
    GROUP BY runs.run_id, findings.business_id, severity, status`
})

const outboxTable = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  // The content is deleted once a mail was delivered or given up; the record of recipients remains.
  yield* sql`
    CREATE TABLE outbox (
      business_id TEXT NOT NULL,
      run_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      recipient TEXT NOT NULL,
      message_id TEXT NOT NULL UNIQUE,
      sender TEXT NOT NULL,
      content TEXT,
      state TEXT NOT NULL,
      attempts INTEGER NOT NULL DEFAULT 0,
      queued_at BIGINT NOT NULL,
      changed_at BIGINT NOT NULL,
      error TEXT,
      answer TEXT,
      PRIMARY KEY (business_id, run_id, kind, recipient)
    )`
  yield* sql`CREATE INDEX outbox_of_recipient ON outbox (recipient, changed_at)`
})

/** Chats named by notifications of the marketplace and still to be scanned. */
const queuedChats = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`
    CREATE TABLE queued_chats (
      business_id TEXT NOT NULL,
      chat_id TEXT NOT NULL,
      notifications INTEGER NOT NULL,
      attempts INTEGER NOT NULL,
      due_at BIGINT NOT NULL,
      PRIMARY KEY (business_id, chat_id)
    )`
  yield* sql`CREATE INDEX queued_chats_due ON queued_chats (due_at)`
})

/** Digests of the judged messages among those that are read again. A chat without any has them all judged again. */
const judgedMessages = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE chats ADD COLUMN judged TEXT`
})

/** The minimum confidence of the findings that a run reports. */
const confidenceOfRuns = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`ALTER TABLE runs ADD COLUMN min_confidence DOUBLE PRECISION NOT NULL DEFAULT 0`
})

/** Withdrawals that were later undone, which the runs in between still report. */
const pastWithdrawals = Effect.gen(function* () {
  const sql = yield* SqlClient.SqlClient
  yield* sql`
    CREATE TABLE past_withdrawals (
      finding_id TEXT NOT NULL,
      withdrawn_run TEXT NOT NULL,
      withdrawn_reason TEXT NOT NULL,
      restored_run TEXT NOT NULL,
      PRIMARY KEY (finding_id, withdrawn_run)
    )`
})

/** The migrations, oldest first. Released ones must never be edited. */
export const migrations = {
  "0001_first_tables": firstTables,
  "0002_changes_between_runs": changesBetweenRuns,
  "0003_outbox": outboxTable,
  "0004_queued_chats": queuedChats,
  "0005_judged_messages": judgedMessages,
  "0006_confidence_of_runs": confidenceOfRuns,
  "0007_past_withdrawals": pastWithdrawals
}

/** The number of the newest migration known to this version. */
export const newestMigration = Object.keys(migrations).length
