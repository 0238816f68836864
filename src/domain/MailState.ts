import { Schema } from "effect"

/** States of a mail still to be delivered. An `unknown` one may have arrived. */
export const pendingStates = ["queued", "sending", "temporary", "unknown"] as const

/**
 * States of a mail that will not be delivered: the address was refused (`permanent`), only this message was refused
 * (`rejected`), or delivery was given up (`expired`).
 */
export const lostStates = ["permanent", "rejected", "expired"] as const
export const LostState = Schema.Literal(...lostStates)
export type LostState = typeof LostState.Type

/** The state of a mail. */
export const MailState = Schema.Literal(...pendingStates, "sent", ...lostStates)
export type MailState = typeof MailState.Type

/**
 * The state of a mail after a failed attempt. `temporary`: the next delivery retries it. `permanent`: it is not
 * retried, and its address gets no further mail. `rejected`: it is not retried, but the address still gets other mail.
 * `unknown`: it may have arrived.
 */
export type FailedState = Extract<MailState, "temporary" | "unknown" | "permanent" | "rejected">

/** Whether a mail will not be delivered. */
export const isLostState = Schema.is(LostState)
