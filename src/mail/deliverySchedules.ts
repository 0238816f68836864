import { Schedule } from "effect"
import type { FailedState } from "../domain/MailState.ts"
import type { MailError } from "./MailError.ts"

/** What an error means for the mail at hand and for the others. */
interface DeliveryRule {
  /** What becomes of the mail once the schedule has ended. */
  readonly leaves: FailedState
  /** Whether no other mail of this delivery would fare better. */
  readonly stopsAll: boolean
  readonly schedule: Schedule.Schedule<unknown>
}

/** From a second up to half a minute, about three minutes in all: a server that is being restarted is back by then. */
const whileRestarting = Schedule.exponential("1 second").pipe(
  Schedule.either(Schedule.spaced("30 seconds")),
  Schedule.jittered,
  Schedule.intersect(Schedule.recurs(9))
)

/**
 * One, two, four, eight and sixteen minutes, half an hour in all. Greylisting lets a sender pass that comes again after
 * some minutes (RFC 6647, 4.4); a limit of mails for a while has often ended by then.
 */
const untilGreylistingPasses = Schedule.exponential("1 minute").pipe(Schedule.intersect(Schedule.recurs(5)))

/** The same mail, with the same Message-ID, after half a minute and again after one: the server may be back by then. */
const withTheSameMessageId = Schedule.exponential("30 seconds").pipe(Schedule.intersect(Schedule.recurs(2)))

const never = Schedule.stop

/**
 * What is done about each error of a delivery, all in one place. Times are those of the sender's side: servers expect
 * a repetition no sooner than after minutes (RFC 5321, 4.5.4.1), and what is still open afterwards is for the next run.
 */
export const deliverySchedules: Readonly<Record<MailError["_tag"], DeliveryRule>> = {
  Unreachable: { leaves: "temporary", stopsAll: false, schedule: whileRestarting },
  TemporaryRefusal: { leaves: "temporary", stopsAll: false, schedule: untilGreylistingPasses },
  AnswerLost: { leaves: "unknown", stopsAll: false, schedule: withTheSameMessageId },
  RecipientRefused: { leaves: "permanent", stopsAll: false, schedule: never },
  MessageRefused: { leaves: "rejected", stopsAll: false, schedule: never },
  // A wrong password, tried for each recipient, would lock the mailbox.
  AuthenticationRefused: { leaves: "temporary", stopsAll: true, schedule: never },
  TlsRefused: { leaves: "temporary", stopsAll: true, schedule: never },
  SenderRefused: { leaves: "temporary", stopsAll: true, schedule: never },
  FolderUnwritable: { leaves: "temporary", stopsAll: true, schedule: never }
}
