import { Clock, Duration, Effect, Either, Option, Schedule, ScheduleDecision, ScheduleIntervals } from "effect"
import { retryEachError } from "../retry/retryEachError.ts"
import { DeliveryLock } from "../store/DeliveryLock.ts"
import { Outbox, type PendingMail } from "../store/Outbox.ts"
import type { StoreError } from "../store/StoreError.ts"
import { DeliveryProgress } from "./DeliveryProgress.ts"
import { deliverySchedules } from "./deliverySchedules.ts"
import { EmailAddress } from "./EmailAddress.ts"
import type { MailError } from "./MailError.ts"
import { Mailer } from "./Mailer.ts"

/** A mail that was not delivered, and why. */
export interface FailedDelivery {
  readonly mail: PendingMail
  readonly error: MailError
}

/** How a delivery ended. */
export interface DeliveryReport {
  readonly sent: number
  readonly undelivered: ReadonlyArray<FailedDelivery>
}

/** Mail servers give up after four to five days (RFC 5321, 4.5.4.1), and so does a delivery. */
const longestWait = Duration.days(5)

/** Few, because servers limit the connections of one sender. */
const parallelConnections = 2

/** Wait for another process that is sending, and then deliver what it leaves. */
const whileAnotherSends = Schedule.spaced("2 seconds").pipe(Schedule.upTo("1 hour"))

const answerOf = (error: MailError): string => ("answer" in error ? `${error.status} ${error.answer}` : "")

/**
 * Delivers every mail in the outbox, including those that earlier processes left behind. A mail waiting for a retry
 * does not block the others. Each result is saved; a mail stays in the outbox unless it was sent or failed permanently,
 * so that the next delivery continues with it.
 */
export const deliver: Effect.Effect<DeliveryReport, StoreError, Outbox | Mailer | DeliveryLock> = Effect.gen(
  function* () {
    const outbox = yield* Outbox
    const mailer = yield* Mailer
    const lock = yield* DeliveryLock
    const progress = yield* DeliveryProgress
    const hold = Effect.tapError(lock.hold, () =>
      Effect.sync(() => {
        progress.isAnotherSending = true
      })
    )
    yield* Effect.retry(hold, { schedule: whileAnotherSends, while: ({ reason }) => reason === "locked" })
    progress.isAnotherSending = false
    yield* outbox.makeDurable
    const now = yield* Clock.currentTimeMillis
    yield* outbox.recover(now - Duration.toMillis(longestWait))

    const permits = yield* Effect.makeSemaphore(parallelConnections)
    let stopped = Option.none<MailError>()

    const send = (mail: PendingMail, content: string) =>
      Effect.uninterruptibleMask((restore) =>
        restore(
          mailer.send({
            messageId: mail.messageId,
            from: EmailAddress.make(mail.sender),
            to: EmailAddress.make(mail.recipient),
            content
          })
        ).pipe(
          // Uninterruptible, so that a reply that has arrived is saved.
          Effect.matchEffect({
            onSuccess: () => Effect.as(outbox.sent(mail), Either.right(undefined)),
            onFailure: (error) => {
              const { leaves, stopsAll } = deliverySchedules[error._tag]
              if (stopsAll) stopped = Option.some(error)
              return Effect.as(
                outbox.failed(mail, { state: leaves, error: error._tag, answer: answerOf(error) }),
                Either.left(error)
              )
            }
          })
        )
      )

    const attempt = (mail: PendingMail): Effect.Effect<void, MailError | StoreError> =>
      Effect.gen(function* () {
        progress.waiting.delete(mail.messageId)
        if (Option.isSome(stopped)) return yield* Effect.fail(stopped.value)
        const content = yield* outbox.begin(mail)
        if (Option.isNone(content)) return
        yield* Effect.flatten(send(mail, content.value))
        progress.sent += 1
      }).pipe(permits.withPermits(1))

    const deliverOne = (mail: PendingMail) =>
      Effect.suspend(() => {
        let last = Option.none<MailError>()
        const recordWait = (decision: ScheduleDecision.ScheduleDecision) =>
          Effect.sync(() => {
            if (ScheduleDecision.isDone(decision) || Option.isNone(last)) return
            const until = ScheduleIntervals.start(decision.intervals)
            progress.waiting.set(mail.messageId, { mail, error: last.value, until })
          })
        return retryEachError(
          attempt(mail),
          (error) => {
            if (error._tag === "StoreError") return Option.none()
            last = Option.some(error)
            return Option.some(
              Schedule.onDecision(deliverySchedules[error._tag].schedule, (_, decision) => recordWait(decision))
            )
          },
          Effect.void
        )
      }).pipe(
        Effect.as(Option.none<FailedDelivery>()),
        Effect.catchIf(
          (error): error is MailError => error._tag !== "StoreError",
          (error) => Effect.succeedSome({ mail, error })
        )
      )

    const mails = yield* outbox.pending
    progress.mails = mails.length
    const ends = yield* Effect.forEach(mails, deliverOne, { concurrency: "unbounded" })
    const undelivered = ends.flatMap(Option.toArray)
    return { sent: mails.length - undelivered.length, undelivered }
  }
).pipe(Effect.scoped)
