import type { Option, Redacted } from "effect"
import type { EmailAddress } from "./EmailAddress.ts"

/**
 * How the connection is encrypted. `implicit`: from the first byte (smtps://). `required`: by STARTTLS, without which
 * nothing is sent (smtp://). `optional`: by STARTTLS if the server offers it. An active attacker can suppress that
 * offer, so `optional` does not verify certificates either; like mail servers among themselves, it only protects
 * against passive eavesdropping (RFC 7435, 3).
 */
export const mailSecurities = ["implicit", "required", "optional"] as const
export type MailSecurity = (typeof mailSecurities)[number]

/** The server that accepts the mails, and the credentials for it. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly credentials: Option.Option<{ readonly user: string; readonly password: Redacted.Redacted }>
  /** Certificates in PEM that are trusted in addition to the built-in ones, for a company's own server. */
  readonly authorities: Option.Option<string>
}

/** The key for signing mails (RFC 6376). */
export interface DkimKey {
  readonly domain: string
  readonly selector: string
  readonly privateKey: Redacted.Redacted
}

/** The sender of the mails. */
export interface MailSender {
  readonly address: EmailAddress
  readonly name: string
  readonly dkim: Option.Option<DkimKey>
  /** The https: or mailto: address for unsubscribing. */
  readonly unsubscribe: Option.Option<string>
}
