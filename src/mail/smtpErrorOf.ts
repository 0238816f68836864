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

/** A server's reply on one line, without status codes and without addresses, which servers tend to repeat. */
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

/** Node's codes for certificates and handshakes (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
const tlsErrors = /CERT|TLS|SSL|SELF_SIGNED|UNABLE_TO_|ISSUER|CRL|HOSTNAME_MISMATCH|EPROTO/

const reasonOf = (code: string, original: string): Unreachable["reason"] => {
  if (code === "EDNS") return "unknownHost"
  if (code === "ETIMEDOUT" || original === "ETIMEDOUT") return "timeout"
  return /ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EACCES/.test(original) ? "refused" : "closed"
}

/** Enhanced status codes about a message's size and content (RFC 3463, 3.3, 3.4 and 3.7). */
const messageCodes = /^5\.(?:2\.3|3\.4|6\.\d{1,3})$/

/**
 * Many servers refuse a sender only at RCPT TO. 5.7.1 can then mean that the sender or that the recipient is refused,
 * and only the wording distinguishes them: these are the phrases of Postfix, Exim, Sendmail, Exchange and qmail.
 */
const senderRefusals = /\brelay(?:ed|ing)?\b|rcpthosts|client host|sender address|helo command/i

/** Whether a 5xx refuses the message, the recipient or the sender. */
const refusedBy = (command: string, server: string, refusal: { status: number; answer: string }): MailError => {
  const enhanced = /^5\.\d{1,3}\.\d{1,3}\b/.exec(refusal.answer)?.[0] ?? ""
  if (command === "DATA" || messageCodes.test(enhanced)) return new MessageRefused(refusal)
  return command === "RCPT TO" && !senderRefusals.test(refusal.answer)
    ? new RecipientRefused(refusal)
    : new SenderRefused({ server, ...refusal })
}

/** The server that an error came from, and how the connection to it should be encrypted. */
export interface TargetServer {
  readonly name: string
  readonly security: MailSecurity
}

/**
 * Maps an error of nodemailer by its `code`, the failed `command` and the server's `response`.
 *
 * @param isHandedOver whether the connection had consumed the whole content.
 */
export const smtpErrorOf = (error: Error, target: TargetServer, isHandedOver: boolean): MailError => {
  const server = target.name
  const code = text(error, "code")
  const original = text(error, "originalCode")
  const command = text(error, "command")
  const response = text(error, "response")
  const status = Number(/^\d{3}/.exec(response)?.[0] ?? 0)
  const refusal = { status, answer: answerOf(response) }
  const isTlsError = code === "ETLS" || tlsErrors.test(original) || /STARTTLS/i.test(response)
  // The error's message may contain a certificate's subject or a server's text, so only its code is reported.
  if (isTlsError) {
    const detail = original || answerOf(response) || "no STARTTLS"
    return new TlsRefused({ server, security: target.security, detail })
  }
  if (status >= 400 && status < 500) return new TemporaryRefusal(refusal)
  if (code === "EAUTH" || status === 530 || status === 535) return new AuthenticationRefused({ server, ...refusal })
  if (status >= 500) return refusedBy(command, server, refusal)
  return isHandedOver ? new AnswerLost({ server }) : new Unreachable({ server, reason: reasonOf(code, original) })
}
