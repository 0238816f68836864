import { Schedule } from "effect"
import type { FailedState } from "../domain/MailState.ts"
import type { MailError } from "./MailError.ts"

/** What an error means for its mail and for the others. */
interface DeliveryRule {
  /** The state of the mail after the schedule ends. */
  readonly leaves: FailedState
  /** Whether every other mail of this delivery would fail in the same way. */
  readonly stopsAll: boolean
  readonly schedule: Schedule.Schedule<unknown>
}

/** Delays from one second to half a minute, about three minutes in all: enough for a server to restart. */
const whileRestarting = Schedule.exponential("1 second").pipe(
  Schedule.either(Schedule.spaced("30 seconds")),
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(9))
)

/**
 * Delays of 1, 2, 4, 8 and 16 minutes, half an hour in all. Greylisting accepts a sender that retries after some
 * minutes (RFC 6647, 4.4), and a rate limit has often expired by then.
 */
const untilGreylistingPasses = Schedule.exponential("1 minute").pipe(Schedule.intersect(Schedule.recurs(5)))

/** Retries after half a minute and after another minute, with the same Message-ID. */
const withTheSameMessageId = Schedule.exponential("30 seconds").pipe(Schedule.intersect(Schedule.recurs(2)))

const never = Schedule.stop

/**
 * The retry schedule of each delivery error. Servers expect retries only after minutes (RFC 5321, 4.5.4.1); what is
 * still undelivered when a schedule ends is left to the next run.
 */
export const deliverySchedules: Readonly<Record<MailError["_tag"], DeliveryRule>> = {
  Unreachable: { leaves: "temporary", stopsAll: false, schedule: whileRestarting },
  TemporaryRefusal: { leaves: "temporary", stopsAll: false, schedule: untilGreylistingPasses },
  AnswerLost: { leaves: "unknown", stopsAll: false, schedule: withTheSameMessageId },
  RecipientRefused: { leaves: "permanent", stopsAll: false, schedule: never },
  MessageRefused: { leaves: "rejected", stopsAll: false, schedule: never },
  // Trying a wrong password for each recipient could lock the account.
  AuthenticationRefused: { leaves: "temporary", stopsAll: true, schedule: never },
  TlsRefused: { leaves: "temporary", stopsAll: true, schedule: never },
  SenderRefused: { leaves: "temporary", stopsAll: true, schedule: never },
  FolderUnwritable: { leaves: "temporary", stopsAll: true, schedule: never }
}
