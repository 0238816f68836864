import { Readable } from "node:stream"
import { rootCertificates } from "node:tls"
import { Duration, Effect, Layer, Option, Redacted } from "effect"
import SMTPConnection from "nodemailer/lib/smtp-connection"
import type { DkimKey, SmtpServer } from "./MailAccount.ts"
import type { MailError } from "./MailError.ts"
import { Mailer, type OutgoingMail } from "./Mailer.ts"
import { signMail } from "./signMail.ts"
import { smtpErrorOf } from "./smtpErrorOf.ts"

/** How long the server may take. After the end of DATA it may need ten minutes (RFC 5321, 4.5.3.2.6). */
export interface SmtpPatience {
  readonly connection: Duration.DurationInput
  readonly answer: Duration.DurationInput
}

const patient: SmtpPatience = { connection: "30 seconds", answer: "10 minutes" }

/** So small that what the connection has not taken yet is not counted as given. */
const pieceSize = 4096

const pieces = function* (content: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < content.length; start += pieceSize) yield content.subarray(start, start + pieceSize)
}

/** Sends over SMTP: a connection for each mail, encrypted as the server's settings say. */
export const layerSmtp = (
  server: SmtpServer,
  dkim: Option.Option<DkimKey>,
  patience: SmtpPatience = patient
): Layer.Layer<Mailer> =>
  Layer.succeed(Mailer, {
    send: (mail) => Effect.flatMap(signMail(mail.content, dkim), (content) => exchange(server, mail, content, patience))
  })

const exchange = (
  { host, port, security, credentials, authorities }: SmtpServer,
  { from, to }: OutgoingMail,
  content: Uint8Array,
  patience: SmtpPatience
): Effect.Effect<void, MailError> =>
  Effect.async((resume) => {
    const name = `${host}:${port}`
    const timeout = Duration.toMillis(patience.connection)
    const connection = new SMTPConnection({
      host,
      port,
      secure: security === "implicit",
      requireTLS: security === "required",
      opportunisticTLS: security === "optional",
      connectionTimeout: timeout,
      greetingTimeout: timeout,
      dnsTimeout: timeout,
      socketTimeout: Duration.toMillis(patience.answer),
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
