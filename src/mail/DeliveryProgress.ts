import { Context } from "effect"
import type { PendingMail } from "../store/Outbox.ts"
import type { MailError } from "./MailError.ts"

/** A mail waiting for its next attempt. */
export interface WaitingMail {
  readonly mail: PendingMail
  /** Why its last attempt failed. */
  readonly error: MailError
  /** When it is retried, in milliseconds since the epoch. */
  readonly until: number
}

/** The progress of a delivery. */
export interface DeliveryState {
  /** How many mails it found in the outbox; 0 before it starts. */
  mails: number
  sent: number
  /** By Message-ID. */
  readonly waiting: Map<string, WaitingMail>
  /** Whether it is waiting for another process to finish sending. */
  isAnotherSending: boolean
}

export const newDeliveryState = (): DeliveryState => ({
  mails: 0,
  sent: 0,
  waiting: new Map(),
  isAnotherSending: false
})

/**
 * The progress of the running delivery, for display. The delivery updates it; readers poll it, so that displaying does
 * not slow the delivery down.
 */
export class DeliveryProgress extends Context.Reference<DeliveryProgress>()("chatlint/DeliveryProgress", {
  defaultValue: newDeliveryState
}) {}
