import { Readable } from "node:stream"
import { rootCertificates } from "node:tls"
import { Duration, Effect, Layer, Option, Redacted } from "effect"
import SMTPConnection from "nodemailer/lib/smtp-connection"
import type { DkimKey, SmtpServer } from "./MailAccount.ts"
import type { MailError } from "./MailError.ts"
import { Mailer, type OutgoingMail } from "./Mailer.ts"
import { signMail } from "./signMail.ts"
import { smtpErrorOf } from "./smtpErrorOf.ts"

/** Timeouts for the server. It may need ten minutes to reply to the end of DATA (RFC 5321, 4.5.3.2.6). */
export interface SmtpTimeouts {
  readonly connection: Duration.DurationInput
  readonly answer: Duration.DurationInput
}

const defaultTimeouts: SmtpTimeouts = { connection: "30 seconds", answer: "10 minutes" }

/** Small, so that the content stream does not end before the connection has consumed nearly all of it. */
const pieceSize = 4096

const pieces = function* (content: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < content.length; start += pieceSize) yield content.subarray(start, start + pieceSize)
}

/** Sends over SMTP, with one connection per mail, encrypted as configured. */
export const layerSmtp = (
  server: SmtpServer,
  dkim: Option.Option<DkimKey>,
  timeouts: SmtpTimeouts = defaultTimeouts
): Layer.Layer<Mailer> =>
  Layer.succeed(Mailer, {
    send: (mail) => Effect.flatMap(signMail(mail.content, dkim), (content) => exchange(server, mail, content, timeouts))
  })

const exchange = (
  { host, port, security, credentials, authorities }: SmtpServer,
  { from, to }: OutgoingMail,
  content: Uint8Array,
  timeouts: SmtpTimeouts
): Effect.Effect<void, MailError> =>
  Effect.async((resume) => {
    const name = `${host}:${port}`
    const timeout = Duration.toMillis(timeouts.connection)
    const connection = new SMTPConnection({
      host,
      port,
      secure: security === "implicit",
      requireTLS: security === "required",
      opportunisticTLS: security === "optional",
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      dnsTimeout: timeout,
      socketTimeout: Duration.toMillis(timeouts.answer),
      tls: {
        rejectUnauthorized: security !== "optional",
        ...Option.match(authorities, { onNone: () => ({}), onSome: (own) => ({ ca: [...rootCertificates, own] }) })
      }
    })
    let isHandedOver = false
    const message = Readable.from(pieces(content), { objectMode: false })
    message.on("end", () => {
      isHandedOver = true
    })
    const fail = (error: Error) => {
      connection.close()
      resume(Effect.fail(smtpErrorOf(error, { name, security }, isHandedOver)))
    }
    const send = () =>
      connection.send({ from, to: [to] }, message, (error) => {
        if (error) return fail(error)
        resume(Effect.void)
        connection.quit()
      })
    connection.on("error", fail)
    connection.connect((error) => {
      if (error) return fail(error)
      if (Option.isNone(credentials)) return send()
      const { user, password } = credentials.value
      connection.login({ user, credentials: { user, pass: Redacted.value(password) } }, (refused) =>
        refused ? fail(refused) : send()
      )
    })
    return Effect.sync(() => connection.close())
  })
