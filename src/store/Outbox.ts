import { Array as Arrays, Clock, Effect, Option } from "effect"
import type { BusinessId } from "../domain/Business.ts"
import {
  type FailedState,
  isLostState,
  type LostState,
  lostStates,
  type MailState,
  pendingStates
} from "../domain/MailState.ts"
import type { UndeliveredMail } from "../domain/UndeliveredMail.ts"
import { Database, decodeRows } from "./Database.ts"
import { MailContentRow, MailedRunRow, OutboxRow, UndeliveredRow } from "./rows.ts"
import type { StoreError } from "./StoreError.ts"

/** Identifies a mail; no mail is sent twice. */
export interface MailKey {
  readonly businessId: BusinessId
  readonly runId: string
  /** The type of mail, an internal name. */
  readonly kind: string
  readonly recipient: string
}

/** A mail to be put into the outbox. */
export interface QueuedMail extends MailKey {
  readonly messageId: string
  /** The sender's address. */
  readonly sender: string
  /** The complete message; kept until it was delivered or given up. */
  readonly content: string
}

/** A mail still to be delivered. */
export interface PendingMail extends MailKey {
  readonly messageId: string
  readonly sender: string
  readonly state: MailState
}

/** An address for which the server permanently refuses mail. */
export interface RefusedAddress {
  readonly recipient: string
  readonly answer: string
}

/** A mail that was not delivered, or whose delivery is uncertain. */
export interface FailedMail extends MailKey {
  readonly state: MailState
  /** The tag of the error; `answer` is the server's reply. */
  readonly error: string
  readonly answer: string
}

/** The result of an attempt in which the server did not accept the mail. */
export interface DeliveryFailure {
  readonly state: FailedState
  readonly error: string
  readonly answer: string
}

/**
 * The mails and their delivery states. A mail is stored complete before anything is sent, and its state is updated
 * before each attempt and after each answer, so that the process may be killed at any point.
 */
export class Outbox extends Effect.Service<Outbox>()("chatlint/Outbox", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database

    const isMail = ({ businessId, runId, kind, recipient }: MailKey) =>
      sql`business_id = ${businessId} AND run_id = ${runId} AND kind = ${kind} AND recipient = ${recipient}`

    const isPending = sql.in("state", pendingStates)

    const isLost = sql.in("state", lostStates)

    /**
     * Makes every state reach the disk before the next step, so that a power failure sends no mail twice. By default
     * SQLite in WAL mode guarantees this only when a process is killed.
     */
    const makeDurable: Effect.Effect<void, StoreError> = Effect.asVoid(run(sql`PRAGMA synchronous = FULL`))

    /** Queues all of the mails or none. Mails that are already queued are left unchanged. */
    const queue = (mails: ReadonlyArray<QueuedMail>): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.gen(function* () {
          const now = yield* Clock.currentTimeMillis
          yield* Effect.forEach(
            mails,
            ({ businessId, runId, kind, recipient, messageId, sender, content }) =>
              sql`INSERT INTO outbox ${sql.insert({
                business_id: businessId,
                run_id: runId,
                kind,
                recipient,
                message_id: messageId,
                sender,
                content,
                state: "queued",
                queued_at: now,
                changed_at: now
              })} ON CONFLICT DO NOTHING`,
            { discard: true }
          )
        })
      )

    /**
     * Cleans up after a process that was killed: mails that were being sent become `unknown`, and pending ones queued
     * before `oldest` expire.
     */
    const recover = (oldest: number): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.gen(function* () {
          const now = yield* Clock.currentTimeMillis
          yield* sql`UPDATE outbox SET state = 'unknown', error = 'AnswerLost', answer = '', changed_at = ${now}
            WHERE state = 'sending'`
          yield* sql`UPDATE outbox SET state = 'expired', content = NULL, changed_at = ${now}
            WHERE ${isPending} AND queued_at < ${oldest}`
        })
      )

    /** All mails still to be delivered, the oldest first. */
    const pending: Effect.Effect<ReadonlyArray<PendingMail>, StoreError> = run(
      Effect.map(
        Effect.flatMap(
          sql`SELECT * FROM outbox WHERE ${isPending} ORDER BY queued_at, business_id, run_id, kind, recipient`,
          decodeRows(OutboxRow)
        ),
        (rows) =>
          rows.map((row) => ({ ...keyOf(row), messageId: row.message_id, sender: row.sender, state: row.state }))
      )
    )

    /** Marks a mail as being sent and returns its content; none if it is no longer pending. */
    const begin = (mail: MailKey): Effect.Effect<Option.Option<string>, StoreError> =>
      transaction(
        Effect.gen(function* () {
          const rows = yield* sql`SELECT content FROM outbox WHERE ${isMail(mail)} AND ${isPending}`
          const [row] = yield* decodeRows(MailContentRow)(rows)
          if (row === undefined) return Option.none()
          const now = yield* Clock.currentTimeMillis
          yield* sql`UPDATE outbox SET state = 'sending', attempts = attempts + 1, changed_at = ${now}
            WHERE ${isMail(mail)}`
          return Option.some(row.content)
        })
      )

    /** Marks a mail as accepted by the server and deletes its content. */
    const sent = (mail: MailKey): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.flatMap(
          Clock.currentTimeMillis,
          (now) =>
            sql`UPDATE outbox SET state = 'sent', content = NULL, error = NULL, answer = NULL, changed_at = ${now}
              WHERE ${isMail(mail)}`
        )
      ).pipe(Effect.asVoid)

    /** Records that the server did not accept a mail, or that its acceptance is uncertain. */
    const failed = (mail: MailKey, { state, error, answer }: DeliveryFailure): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.flatMap(
          Clock.currentTimeMillis,
          (now) =>
            sql`UPDATE outbox SET state = ${state}, error = ${error}, answer = ${answer}, changed_at = ${now},
              content = ${isLostState(state) ? null : sql`content`} WHERE ${isMail(mail)}`
        )
      ).pipe(Effect.asVoid)

    /** Addresses whose last mail was refused permanently. */
    const refused: Effect.Effect<ReadonlyArray<RefusedAddress>, StoreError> = run(
      Effect.map(
        Effect.flatMap(
          sql`SELECT * FROM outbox AS last WHERE state = 'permanent' AND NOT EXISTS (
              SELECT 1 FROM outbox AS later WHERE later.recipient = last.recipient
                AND later.state IN ('sent', 'permanent') AND later.changed_at > last.changed_at)
            ORDER BY recipient, business_id`,
          decodeRows(OutboxRow)
        ),
        (rows) =>
          Arrays.dedupeWith(rows, (one, other) => one.recipient === other.recipient).map(({ recipient, answer }) => ({
            recipient,
            answer: answer ?? ""
          }))
      )
    )

    /**
     * Mails about a business that failed between `since` and `until` (milliseconds since the epoch), for the next
     * report.
     */
    const failedBetween = (
      businessId: BusinessId,
      since: number,
      until: number
    ): Effect.Effect<ReadonlyArray<FailedMail>, StoreError> =>
      run(
        Effect.map(
          Effect.flatMap(
            sql`SELECT * FROM outbox WHERE business_id = ${businessId} AND error IS NOT NULL AND changed_at >= ${since}
              AND changed_at <= ${until} AND state <> 'sent' ORDER BY changed_at, recipient`,
            decodeRows(OutboxRow)
          ),
          (rows) =>
            rows.map((row) => ({
              ...keyOf(row),
              state: row.state,
              error: row.error ?? "",
              answer: row.answer ?? ""
            }))
        )
      )

    /**
     * Mails about these businesses that failed permanently between `after` (inclusive) and `until` (exclusive), in
     * milliseconds since the epoch. Addresses are not masked.
     */
    const undelivered = (
      businessIds: ReadonlyArray<BusinessId>,
      after: number,
      until: number
    ): Effect.Effect<ReadonlyArray<UndeliveredMail>, StoreError> =>
      businessIds.length === 0
        ? Effect.succeed([])
        : run(
            Effect.map(
              Effect.flatMap(
                sql`SELECT business_id, recipient, state, answer, changed_at FROM outbox
                  WHERE ${sql.in("business_id", businessIds)} AND ${isLost}
                  AND changed_at >= ${after} AND changed_at < ${until}
                  ORDER BY length(business_id), business_id, recipient, changed_at`,
                decodeRows(UndeliveredRow)
              ),
              (rows) =>
                rows.map((row) => ({
                  businessId: row.business_id,
                  recipient: row.recipient,
                  end: endOf[row.state],
                  answer: row.answer ?? "",
                  at: new Date(row.changed_at).toISOString()
                }))
            )
          )

    /** The newest run about which mails were queued, whatever their state. */
    const lastMailed = (businessId: BusinessId): Effect.Effect<Option.Option<typeof MailedRunRow.Type>, StoreError> =>
      run(
        Effect.map(
          Effect.flatMap(
            sql`SELECT outbox.run_id, kind, queued_at FROM outbox JOIN runs ON runs.run_id = outbox.run_id
              WHERE business_id = ${businessId} ORDER BY runs.run_number DESC, queued_at DESC LIMIT 1`,
            decodeRows(MailedRunRow)
          ),
          Arrays.head
        )
      )

    /**
     * The newest run of which a mail was delivered, or still may be. A mail that was queued while an earlier one was
     * pending omits what that one reports; if the earlier one was lost, neither counts.
     */
    const lastDelivered = (
      businessId: BusinessId
    ): Effect.Effect<Option.Option<typeof MailedRunRow.Type>, StoreError> =>
      run(
        Effect.gen(function* () {
          const now = yield* Clock.currentTimeMillis
          const rows = yield* sql`SELECT reported.run_id, reported.kind, reported.queued_at
            FROM outbox AS reported JOIN runs ON runs.run_id = reported.run_id
            WHERE business_id = ${businessId} AND NOT ${isLost} AND NOT EXISTS (
              SELECT 1 FROM outbox AS lost JOIN runs AS earlier ON earlier.run_id = lost.run_id
              WHERE lost.business_id = reported.business_id AND earlier.run_number < runs.run_number
              AND lost.queued_at <= reported.queued_at AND reported.queued_at < lost.changed_at AND lost.changed_at <= ${now}
              AND NOT EXISTS (SELECT 1 FROM outbox AS mail WHERE mail.business_id = lost.business_id
                AND mail.run_id = lost.run_id AND NOT ${isLost}))
            ORDER BY runs.run_number DESC, reported.queued_at DESC LIMIT 1`
          return Arrays.head(yield* decodeRows(MailedRunRow)(rows))
        })
      )

    return {
      makeDurable,
      queue,
      recover,
      pending,
      begin,
      sent,
      failed,
      refused,
      failedBetween,
      undelivered,
      lastMailed,
      lastDelivered
    }
  })
}) {}

/** The names that reports use for the final states of lost mails. */
const endOf = { permanent: "refused", rejected: "messageRefused", expired: "expired" } as const satisfies Record<
  LostState,
  UndeliveredMail["end"]
>

const keyOf = (row: typeof OutboxRow.Type): MailKey => ({
  businessId: row.business_id,
  runId: row.run_id,
  kind: row.kind,
  recipient: row.recipient
})
