import { Context } from "effect"
import type { PendingMail } from "../store/Outbox.ts"
import type { MailError } from "./MailError.ts"

/** A mail that waits for its next attempt. */
export interface WaitingMail {
  readonly mail: PendingMail
  /** Why its last attempt failed. */
  readonly error: MailError
  /** When it is tried again: milliseconds since the epoch. */
  readonly until: number
}

/** How far a delivery is. */
export interface DeliveryState {
  /** How many mails it found in the outbox; none known before it began. */
  mails: number
  sent: number
  /** By Message-ID. */
  readonly waiting: Map<string, WaitingMail>
  /** Whether another process is sending, whose end is waited for. */
  isAnotherSending: boolean
}

export const newDeliveryState = (): DeliveryState => ({
  mails: 0,
  sent: 0,
  waiting: new Map(),
  isAnotherSending: false
})

/**
 * How far a delivery is, for whoever wants to show it. The delivery writes into it as it goes; a reader looks when it
 * likes, so that showing costs the delivery nothing.
 */
export class DeliveryProgress extends Context.Reference<DeliveryProgress>()("chatlint/DeliveryProgress", {
  defaultValue: newDeliveryState
}) {}
