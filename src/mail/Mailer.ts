import { Context, type Effect } from "effect"
import type { EmailAddress } from "./EmailAddress.ts"
import type { MailError } from "./MailError.ts"

/** A mail ready to be sent: one recipient, and the whole message. */
export interface OutgoingMail {
  /** Without angle brackets. */
  readonly messageId: string
  readonly from: EmailAddress
  readonly to: EmailAddress
  /** Header and body (RFC 5322), in ASCII with CR LF. */
  readonly content: string
}

/** Sends mails. */
export class Mailer extends Context.Tag("chatlint/Mailer")<
  Mailer,
  {
    /** Sends one mail. Success means that the server has accepted it. */
    readonly send: (mail: OutgoingMail) => Effect.Effect<void, MailError>
  }
>() {}
