import type { Option, Redacted } from "effect"
import type { EmailAddress } from "./EmailAddress.ts"

/**
 * How the connection is encrypted: from its first byte (smtps://), by STARTTLS or not at all (smtp://), or by STARTTLS
 * where the server offers it, which a listener between can prevent. Certificates are therefore not looked at in that case,
 * as among mail servers (RFC 7435, 3): a wrong one still keeps out those who only listen.
 */
export const mailSecurities = ["implicit", "required", "optional"] as const
export type MailSecurity = (typeof mailSecurities)[number]

/** The server that takes the mails, and how to prove who we are. */
export interface SmtpServer {
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly credentials: Option.Option<{ readonly user: string; readonly password: Redacted.Redacted }>
  /** Certificates in PEM that are trusted besides those of the system, for a company's own server. */
  readonly authorities: Option.Option<string>
}

/** The key with which mails are signed (RFC 6376). */
export interface DkimKey {
  readonly domain: string
  readonly selector: string
  readonly privateKey: Redacted.Redacted
}

/** Whom the mails come from. */
export interface MailSender {
  readonly address: EmailAddress
  readonly name: string
  readonly dkim: Option.Option<DkimKey>
  /** Where a reader says that he wants no more of them: https: or mailto:. */
  readonly unsubscribe: Option.Option<string>
}
