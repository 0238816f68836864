import { Schema } from "effect"

/** A mail that is still to be delivered. Of an `unknown` one nobody knows whether it has arrived. */
export const pendingStates = ["queued", "sending", "temporary", "unknown"] as const

/**
 * A mail that its reader will not get: `permanent` says that the address was refused, `rejected` that this one message was, `expired` that
 * it was given up.
 */
export const lostStates = ["permanent", "rejected", "expired"] as const
export const LostState = Schema.Literal(...lostStates)
export type LostState = typeof LostState.Type

/** Where a mail is. */
export const MailState = Schema.Literal(...pendingStates, "sent", ...lostStates)
export type MailState = typeof MailState.Type

/**
 * Where a failed attempt may leave a mail. A temporary one is tried again by the next delivery; a permanent one never is, and its address
 * gets no further mail; a rejected one never is, and the address goes on getting others; an unknown one may have arrived.
 */
export type FailedState = Extract<MailState, "temporary" | "unknown" | "permanent" | "rejected">

/** Whether a mail will not reach its reader. */
export const isLostState = Schema.is(LostState)
