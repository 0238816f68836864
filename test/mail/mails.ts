import { Effect, Option, Redacted } from "effect"
import { BusinessId } from "../../src/domain/Business.ts"
import { composeMail } from "../../src/mail/composeMail.ts"
import { EmailAddress } from "../../src/mail/EmailAddress.ts"
import type { MailSender, SmtpServer } from "../../src/mail/MailAccount.ts"
import type { OutgoingMail } from "../../src/mail/Mailer.ts"
import { Outbox, type QueuedMail } from "../../src/store/Outbox.ts"

export const sender: MailSender = {
  address: EmailAddress.make("chatlint@romashka.example"),
  name: "Проверка чатов",
  dkim: Option.none(),
  unsubscribe: Option.some("https://romashka.example/stop?who={address}")
}

/** The settings of a local server, without encryption by default. */
export const serverAt = (port: number, facts: Partial<SmtpServer> = {}): SmtpServer => ({
  host: "127.0.0.1",
  port,
  security: "optional",
  credentials: Option.none(),
  authorities: Option.none(),
  ...facts
})

export const credentials = (user: string, password: string): SmtpServer["credentials"] =>
  Option.some({ user, password: Redacted.make(password) })

/** A mail to a recipient. */
export const mailTo = (to: string, facts: { readonly text?: string; readonly id?: string } = {}) =>
  Effect.gen(function* () {
    const address = EmailAddress.make(to)
    const messageId = `${facts.id ?? to.replace("@", ".")}@romashka.example`
    const content = yield* composeMail({
      messageId,
      sender,
      to: address,
      date: new Date("2026-11-22T00:15:00Z"),
      subject: "3 новых нарушения",
      html: "<p>…</p>",
      text: facts.text ?? "3 новых нарушения",
      language: "ru",
      list: "1001",
      attachments: []
    })
    const mail: OutgoingMail = { messageId, from: sender.address, to: address, content }
    return mail
  })

/** Puts mails for these addresses into the outbox. */
export const queueFor = (
  addresses: ReadonlyArray<string>,
  facts: { readonly runId?: string; readonly text?: string } = {}
) =>
  Effect.gen(function* () {
    const { runId = "run-1", text = "3 новых нарушения" } = facts
    const mails = yield* Effect.forEach(addresses, (to) =>
      Effect.map(
        mailTo(to, { text, id: `${runId}.${to.replace("@", ".")}` }),
        ({ messageId, content, from }): QueuedMail => ({
          businessId: BusinessId.make("1001"),
          runId,
          kind: "digest",
          recipient: to,
          messageId,
          sender: from,
          content
        })
      )
    )
    yield* (yield* Outbox).queue(mails)
  })
