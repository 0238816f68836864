import { assert, describe, it } from "@effect/vitest"
import { Effect, Option } from "effect"
import type { SmtpServer } from "../../src/mail/MailAccount.ts"
import { Mailer, type OutgoingMail } from "../../src/mail/Mailer.ts"
import { layerSmtp } from "../../src/mail/SmtpMailer.ts"
import { selfSigned } from "./certificate.ts"
import { credentials, mailTo, serverAt } from "./mails.ts"
import { type Behaviour, startSmtpServer } from "./smtpServer.ts"

const impatient = { connection: "2 seconds", answer: "2 seconds" } as const

/** Sends one mail. */
const send = (server: SmtpServer, mail: OutgoingMail) =>
  Effect.flatMap(Mailer, (mailer) => mailer.send(mail)).pipe(
    Effect.provide(layerSmtp(server, Option.none(), impatient))
  )

/** The result of sending one mail to a server with this behaviour. */
const refusedBy = (behaviour: Behaviour, facts: Partial<SmtpServer> = {}, text?: string) =>
  Effect.gen(function* () {
    const server = yield* startSmtpServer(behaviour)
    const mail = yield* mailTo("anna@shop.example", text === undefined ? {} : { text })
    const error = yield* Effect.flip(send(serverAt(server.port, facts), mail))
    return { error, server }
  })

const demandsTls = { disabledCommands: [], ...selfSigned }
const demandsPassword: Behaviour["options"] = {
  authOptional: false,
  allowInsecureAuth: true,
  onAuth: ({ username, password }, _, end) =>
    username === "robot" && password === "secret:word@1"
      ? end(null, { user: "robot" })
      : end(Object.assign(new Error("Invalid login robot@shop.example"), { responseCode: 535 }))
}

describe("a mail over SMTP", () => {
  it.scopedLive("arrives complete, at one recipient", () =>
    Effect.gen(function* () {
      const server = yield* startSmtpServer()
      const mail = yield* mailTo("anna@shop.example")
      yield* send(serverAt(server.port), mail)
      const [taken] = server.taken
      assert.deepStrictEqual(taken, {
        from: "chatlint@romashka.example",
        to: ["anna@shop.example"],
        messageId: mail.messageId,
        content: mail.content,
        isEncrypted: false
      })
    })
  )

  it.scopedLive("is sent encrypted if the certificate is trusted", () =>
    Effect.gen(function* () {
      const authorities = Option.some(selfSigned.cert)
      const mail = yield* mailTo("anna@shop.example")
      const upgraded = yield* startSmtpServer({ options: demandsTls })
      yield* send(serverAt(upgraded.port, { security: "required", authorities }), mail)
      const implicit = yield* startSmtpServer({ options: { ...demandsTls, secure: true } })
      yield* send(serverAt(implicit.port, { security: "implicit", authorities }), mail)
      assert.deepStrictEqual(
        [upgraded, implicit].map(({ taken }) => taken.map(({ isEncrypted }) => isEncrypted)),
        [[true], [true]]
      )
    })
  )

  it.scopedLive("is not sent over an untrusted connection", () =>
    Effect.gen(function* () {
      for (const [behaviour, facts] of [
        [{}, { security: "required" }],
        [{}, { security: "implicit" }],
        [{ options: demandsTls }, { security: "required" }],
        [{ options: { ...demandsTls, secure: true } }, { security: "implicit" }]
      ] as const) {
        const { error, server } = yield* refusedBy(behaviour, facts)
        assert.strictEqual(error._tag, "TlsRefused", JSON.stringify(facts))
        // The advice fits the configured security.
        assert.strictEqual(error.message.includes("mail.tls: optional"), facts.security === "required")
        assert.deepStrictEqual(server.steps, [])
      }
    })
  )

  it.scopedLive("is sent encrypted if that is optional and offered, even with an untrusted certificate", () =>
    Effect.gen(function* () {
      const server = yield* startSmtpServer({ options: demandsTls })
      yield* send(serverAt(server.port, { security: "optional" }), yield* mailTo("anna@shop.example"))
      assert.deepStrictEqual(
        server.taken.map(({ isEncrypted }) => isEncrypted),
        [true]
      )
    })
  )

  it.scopedLive("is not sent if the offered encryption fails, and the advice names no setting already in effect", () =>
    Effect.gen(function* () {
      // A version of TLS that no current client supports.
      const broken = { ...demandsTls, minVersion: "TLSv1", maxVersion: "TLSv1" } as const
      const { error } = yield* refusedBy({ options: broken }, { security: "optional" })
      assert.strictEqual(error._tag, "TlsRefused")
      assert.notInclude(error.message, "mail.tls")
    })
  )

  it.scopedLive("is sent with user name and password, whatever characters they contain", () =>
    Effect.gen(function* () {
      const server = yield* startSmtpServer({ options: demandsPassword })
      const mail = yield* mailTo("anna@shop.example")
      yield* send(serverAt(server.port, { credentials: credentials("robot", "secret:word@1") }), mail)
      assert.strictEqual(server.taken.length, 1)
      for (const facts of [{ credentials: credentials("robot", "wrong") }, {}]) {
        const error = yield* Effect.flip(send(serverAt(server.port, facts), mail))
        assert.strictEqual(error._tag, "AuthenticationRefused")
        assert.notInclude(error.message, "wrong")
        assert.notInclude(error.message, "robot@")
      }
    })
  )

  const answers: ReadonlyArray<readonly [string, Behaviour, string]> = [
    ["4xx to the recipient", { onRecipient: () => ({ status: 451, text: "Greylisted" }) }, "TemporaryRefusal"],
    ["4xx to the mail", { onMessage: () => ({ status: 452, text: "Full" }) }, "TemporaryRefusal"],
    ["4xx to the sender", { onSender: () => ({ status: 421, text: "Busy" }) }, "TemporaryRefusal"],
    ["5xx to the recipient", { onRecipient: () => ({ status: 550, text: "No such user" }) }, "RecipientRefused"],
    ["5xx to the mail", { onMessage: () => ({ status: 554, text: "Spam" }) }, "MessageRefused"],
    ["5xx to the sender", { onSender: () => ({ status: 553, text: "Not yours" }) }, "SenderRefused"]
  ]
  /** Replies to RCPT TO that refuse something other than the recipient, and their meaning. */
  const saidToRecipients: ReadonlyArray<readonly [number, string, string]> = [
    [554, "5.7.1 <anna@shop.example>: Relay access denied", "SenderRefused"],
    [550, "relay not permitted", "SenderRefused"],
    [550, "5.7.1 Relaying denied. Proper authentication required", "SenderRefused"],
    [550, "5.7.54 SMTP; Unable to relay recipient in non-accepted domain", "SenderRefused"],
    [553, "sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)", "SenderRefused"],
    [554, "5.7.1 Service unavailable; Client host [192.0.2.1] blocked", "SenderRefused"],
    [552, "5.3.4 Message size exceeds fixed limit", "MessageRefused"],
    [550, "5.6.1 Media not supported", "MessageRefused"],
    [550, "5.7.1 <anna@shop.example>: Recipient address rejected: Access denied", "RecipientRefused"],
    [550, "5.1.1 <relay.anna@shop.example>: no such user", "RecipientRefused"],
    [552, "5.2.2 Mailbox full", "RecipientRefused"]
  ]
  it.scopedLive("distinguishes a refused recipient from a sender or mail refused at RCPT TO", () =>
    Effect.gen(function* () {
      for (const [status, text, tag] of saidToRecipients) {
        const { error } = yield* refusedBy({ onRecipient: () => ({ status, text }) })
        assert.strictEqual(error._tag, tag, text)
      }
    })
  )

  for (const [name, behaviour, tag] of answers) {
    it.scopedLive(`reports the reply: ${name}`, () =>
      Effect.gen(function* () {
        const { error, server } = yield* refusedBy(behaviour)
        assert.strictEqual(error._tag, tag)
        assert.strictEqual(server.taken.length, 0)
      })
    )
  }

  it.scopedLive("quotes a server's reply without its addresses", () =>
    Effect.gen(function* () {
      const text = "5.1.1 <anna@shop.example>: no such user\nasked by robot@romashka.example"
      const { error } = yield* refusedBy({ onRecipient: () => ({ status: 550, text }) })
      assert.deepInclude(error, { status: 550 })
      assert.include(error.message, "5.1.1 <•••>: no such user")
      assert.notInclude(error.message, "@")
    })
  )

  it.scopedLive("has certainly not arrived when the connection ends before the whole mail was sent", () =>
    Effect.gen(function* () {
      const { error, server } = yield* refusedBy({ cutAfterBytes: () => 20_000 }, {}, "ж".repeat(3_000_000))
      assert.deepInclude(error, { _tag: "Unreachable", reason: "closed" })
      assert.strictEqual(server.taken.length, 0)
    })
  )

  it.scopedLive("may have arrived when no reply follows the whole mail", () =>
    Effect.gen(function* () {
      const silences: ReadonlyArray<Behaviour> = [{ onMessage: () => "drop" }, { thinks: () => 4000 }]
      for (const silence of silences) {
        const { error } = yield* refusedBy(silence)
        assert.strictEqual(error._tag, "AnswerLost")
      }
    })
  )

  it.scopedLive("reports why there is no connection", () =>
    Effect.gen(function* () {
      const mail = yield* mailTo("anna@shop.example")
      const free = yield* Effect.scoped(Effect.map(startSmtpServer(), ({ port }) => port))
      assert.deepInclude(yield* Effect.flip(send(serverAt(free), mail)), { _tag: "Unreachable", reason: "refused" })
      const nowhere = serverAt(25, { host: "mail.invalid" })
      assert.deepInclude(yield* Effect.flip(send(nowhere, mail)), { _tag: "Unreachable", reason: "unknownHost" })
      const mute = yield* startSmtpServer({ options: { onConnect: () => undefined } })
      assert.deepInclude(yield* Effect.flip(send(serverAt(mute.port), mail)), {
        _tag: "Unreachable",
        reason: "timeout"
      })
    })
  )
})
