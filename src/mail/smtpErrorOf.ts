import type { MailSecurity } from "./MailAccount.ts"
import {
  AnswerLost,
  AuthenticationRefused,
  type MailError,
  MessageRefused,
  RecipientRefused,
  SenderRefused,
  TemporaryRefusal,
  TlsRefused,
  Unreachable
} from "./MailError.ts"

const longestAnswer = 200

/** A server's words without its status, on one line, and without the addresses that it likes to repeat. */
const answerOf = (response: string): string =>
  response
    .replaceAll(/^\d{3}[ -]?/gm, "")
    .replaceAll(/[^\s<>"'(),:;]+@[^\s<>"'(),:;]+/g, "•••")
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, longestAnswer)

const text = (error: Error, key: string): string => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === "string" ? value : ""
}

/** What Node says of a certificate or of a handshake (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const ofTls = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|ISSUER|CRL|HOSTNAME_MISMATCH|EPROTO/

const reasonOf = (code: string, original: string): Unreachable["reason"] => {
  if (code === "EDNS") return "unknownHost"
  if (code === "ETIMEDOUT" || original === "ETIMEDOUT") return "timeout"
  return /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES/.test(original) ? "refused" : "closed"
}

/** Enhanced codes of a message's size and of what it holds (RFC 3463, 3.3, 3.4 and 3.7). */
const ofMessage = /^5\.(?:2\.3|3\.4|6\.\d{1,3})$/

/**
 * Many servers put off what they have against the sender until they are told the recipient. 5.7.1 says both that and that
 * this recipient may not be written to, so that only the words tell: those of Postfix, Exim, Sendmail, Exchange and qmail.
 */
const ofAccess = /\brelay(?:ed|ing)?\b|rcpthosts|client host|sender address|helo command/i

/** What a 5xx refuses: the message, the recipient, or us. */
const refusedBy = (command: string, server: string, refusal: { status: number; answer: string }): MailError => {
  const enhanced = /^5\.\d{1,3}\.\d{1,3}\b/.exec(refusal.answer)?.[0] ?? ""
  if (command === "DATA" || ofMessage.test(enhanced)) return new MessageRefused(refusal)
  return command === "RCPT TO" && !ofAccess.test(refusal.answer)
    ? new RecipientRefused(refusal)
    : new SenderRefused({ server, ...refusal })
}

/** The server that an error came from: its name, and how the connection to it was to be encrypted. */
export interface ServerAsked {
  readonly name: string
  readonly security: MailSecurity
}

/**
 * Reads nodemailer's error: its `code`, the `command` that it came at and the server's `response`.
 *
 * @param isHandedOver whether the whole content had been given to the connection.
 */
export const smtpErrorOf = (error: Error, asked: ServerAsked, isHandedOver: boolean): MailError => {
  const server = asked.name
  const code = text(error, "code")
  const original = text(error, "originalCode")
  const command = text(error, "command")
  const response = text(error, "response")
  const status = Number(/^\d{3}/.exec(response)?.[0] ?? 0)
  const refusal = { status, answer: answerOf(response) }
  const isOfTls = code === "ETLS" || ofTls.test(original) || /STARTTLS/i.test(response)
  // A certificate's subject or a server's words may stand in the message; only the kind of the fault is told.
  if (isOfTls) {
    const detail = original || answerOf(response) || "no STARTTLS"
    return new TlsRefused({ server, security: asked.security, detail })
  }
  if (status >= 400 && status < 500) return new TemporaryRefusal(refusal)
  if (code === "EAUTH" || status === 530 || status === 535) return new AuthenticationRefused({ server, ...refusal })
  if (status >= 500) return refusedBy(command, server, refusal)
  return isHandedOver ? new AnswerLost({ server }) : new Unreachable({ server, reason: reasonOf(code, original) })
}
