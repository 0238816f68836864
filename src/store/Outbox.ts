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

/** What names a mail: nobody gets two of one name. */
export interface MailKey {
  readonly businessId: BusinessId
  readonly runId: string
  /** What the mail is: a word of ours. */
  readonly kind: string
  readonly recipient: string
}

/** A mail as it is put into the outbox. */
export interface QueuedMail extends MailKey {
  readonly messageId: string
  /** The sender's address. */
  readonly sender: string
  /** The whole message; kept until its fate is known. */
  readonly content: string
}

/** A mail that is still to be delivered. */
export interface PendingMail extends MailKey {
  readonly messageId: string
  readonly sender: string
  readonly state: MailState
}

/** An address whose server will take no mail for it. */
export interface RefusedAddress {
  readonly recipient: string
  readonly answer: string
}

/** A mail that did not arrive, or of which nobody knows. */
export interface FailedMail extends MailKey {
  readonly state: MailState
  /** The name of the error, and the server's words. */
  readonly error: string
  readonly answer: string
}

/** How a mail's attempt ended when the server did not take it. */
export interface DeliveryFailure {
  readonly state: FailedState
  readonly error: string
  readonly answer: string
}

/**
 * The mails that were made and what became of each. A mail is written here, whole, before anything is sent; it is marked
 * before each attempt and after each answer, so that a process may end between any two of its steps.
 */
export class Outbox extends Effect.Service<Outbox>()("chatlint/Outbox", {
  effect: Effect.gen(function* () {
    const { sql, run, transaction } = yield* Database

    const isMail = ({ businessId, runId, kind, recipient }: MailKey) =>
      sql`business_id = ${businessId} AND run_id = ${runId} AND kind = ${kind} AND recipient = ${recipient}`

    const isPending = sql.in("state", pendingStates)

    const isLost = sql.in("state", lostStates)

    /**
     * From here on each mark is on the disk before the next step is taken, so that a machine that loses its power sends
     * no mail twice. SQLite in WAL mode otherwise promises that only for processes that are killed.
     */
    const makeDurable: Effect.Effect<void, StoreError> = Effect.asVoid(run(sql`PRAGMA synchronous = FULL`))

    /** Puts mails into the outbox, all of them or none. One that is there already stays as it is. */
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
     * What a process left behind that was killed while it sent: whether those mails arrived, nobody knows. And what was
     * queued before `oldest` is given up.
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

    /** Every mail that is still to be delivered, the oldest first. */
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

    /** Marks that a mail is being sent, and hands out its content; none when it is not pending any more. */
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

    /** The server has taken the mail. Its content is of no more use. */
    const sent = (mail: MailKey): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.flatMap(
          Clock.currentTimeMillis,
          (now) =>
            sql`UPDATE outbox SET state = 'sent', content = NULL, error = NULL, answer = NULL, changed_at = ${now}
              WHERE ${isMail(mail)}`
        )
      ).pipe(Effect.asVoid)

    /** The server has not taken it, or nobody knows. */
    const failed = (mail: MailKey, { state, error, answer }: DeliveryFailure): Effect.Effect<void, StoreError> =>
      transaction(
        Effect.flatMap(
          Clock.currentTimeMillis,
          (now) =>
            sql`UPDATE outbox SET state = ${state}, error = ${error}, answer = ${answer}, changed_at = ${now},
              content = ${isLostState(state) ? null : sql`content`} WHERE ${isMail(mail)}`
        )
      ).pipe(Effect.asVoid)

    /** Addresses whose last mail was refused for good. */
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
     * Mails about a business that failed from `since` to `until`, milliseconds since the epoch: what the next report has to
     * tell.
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
     * Mails about these businesses of which it became known from `after` on and before `until` (milliseconds since the
     * epoch) that their readers will not get them. Addresses are as they are.
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

    /** The newest run that mails were made about, whatever became of them. */
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
     * The newest run that somebody was told of: one of its mails arrived, or still may. A mail that was made while an
     * earlier one was under way is silent about what that one said; where that one was lost, neither counts.
     */
    const lastTold = (businessId: BusinessId): Effect.Effect<Option.Option<typeof MailedRunRow.Type>, StoreError> =>
      run(
        Effect.gen(function* () {
          const now = yield* Clock.currentTimeMillis
          const rows = yield* sql`SELECT told.run_id, told.kind, told.queued_at
            FROM outbox AS told JOIN runs ON runs.run_id = told.run_id
            WHERE business_id = ${businessId} AND NOT ${isLost} AND NOT EXISTS (
              SELECT 1 FROM outbox AS lost JOIN runs AS earlier ON earlier.run_id = lost.run_id
              WHERE lost.business_id = told.business_id AND earlier.run_number < runs.run_number
              AND lost.queued_at <= told.queued_at AND told.queued_at < lost.changed_at AND lost.changed_at <= ${now}
              AND NOT EXISTS (SELECT 1 FROM outbox AS mail WHERE mail.business_id = lost.business_id
                AND mail.run_id = lost.run_id AND NOT ${isLost}))
            ORDER BY runs.run_number DESC, told.queued_at DESC LIMIT 1`
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
      lastTold
    }
  })
}) {}

/** How a report names the end of a mail that its reader will not get. */
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
