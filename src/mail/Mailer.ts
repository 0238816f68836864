import { Context, type Effect } from "effect"
import type { EmailAddress } from "./EmailAddress.ts"
import type { MailError } from "./MailError.ts"

/** A mail that is ready to go: one recipient, and the whole message as it is sent. */
export interface OutgoingMail {
  /** Without angle brackets. */
  readonly messageId: string
  readonly from: EmailAddress
  readonly to: EmailAddress
  /** Header and body (RFC 5322), in ASCII with CR LF. */
  readonly content: string
}

/** What takes a mail and answers for it. */
export class Mailer extends Context.Tag("chatlint/Mailer")<
  Mailer,
  {
    /** Hands one mail over. Success means that the server has taken it; every other end is an error of its own. */
    readonly send: (mail: OutgoingMail) => Effect.Effect<void, MailError>
  }
>() {}
