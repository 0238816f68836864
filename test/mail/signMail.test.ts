import { createHash, generateKeyPairSync, type KeyObject, verify } from "node:crypto"
import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Redacted } from "effect"
import type { DkimKey } from "../../src/mail/MailAccount.ts"
import { Mailer } from "../../src/mail/Mailer.ts"
import { layerSmtp } from "../../src/mail/SmtpMailer.ts"
import { mailTo, serverAt } from "./mails.ts"
import { startSmtpServer } from "./smtpServer.ts"

const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 })

const dkim: DkimKey = {
  domain: "romashka.example",
  selector: "chat",
  privateKey: Redacted.make(privateKey.export({ format: "pem", type: "pkcs8" }).toString())
}

/** A header in relaxed canonical form (RFC 6376, 3.4.2). */
const relaxed = (header: string): string => {
  const colon = header.indexOf(":")
  const value = header
    .slice(colon + 1)
    .replaceAll(/\r\n/g, "")
    .replaceAll(/[ \t]+/g, " ")
    .trim()
  return `${header.slice(0, colon).trim().toLowerCase()}:${value}`
}

/** A body in relaxed canonical form (RFC 6376, 3.4.4). */
const relaxedBody = (body: string): string =>
  `${body
    .replaceAll(/[ \t]+/g, " ")
    .replaceAll(/ \r\n/g, "\r\n")
    .replace(/(\r\n)*$/, "")}\r\n`

/** Verifies the signature of a mail according to the RFC; returns the headers that it covers. */
const signedHeadersOf = (mail: string, key: KeyObject): ReadonlyArray<string> => {
  const end = mail.indexOf("\r\n\r\n")
  const headers = mail.slice(0, end).split(/\r\n(?![ \t])/)
  const signature = headers.find((header) => /^dkim-signature:/i.test(header)) ?? assert.fail("no signature")
  const tags = new Map(
    relaxed(signature)
      .slice("dkim-signature:".length)
      .split(";")
      .map(
        (tag) => [tag.slice(0, tag.indexOf("=")).trim(), tag.slice(tag.indexOf("=") + 1).replaceAll(" ", "")] as const
      )
  )
  assert.deepStrictEqual(
    [tags.get("a"), tags.get("c"), tags.get("d"), tags.get("s")],
    ["rsa-sha256", "relaxed/relaxed", "romashka.example", "chat"]
  )
  const bodyHash = createHash("sha256")
    .update(relaxedBody(mail.slice(end + 4)), "latin1")
    .digest("base64")
  assert.strictEqual(tags.get("bh"), bodyHash)
  const names = (tags.get("h") ?? "").toLowerCase().split(":")
  const covered = names.map((name) =>
    relaxed(headers.find((header) => header.toLowerCase().startsWith(`${name}:`)) ?? assert.fail(name))
  )
  const unsigned = relaxed(signature).replace(/([;:] ?b=)[^;]*/, "$1")
  const isValid = verify(
    "rsa-sha256",
    Buffer.from([...covered, unsigned].join("\r\n"), "latin1"),
    key,
    Buffer.from(tags.get("b") ?? "", "base64")
  )
  assert.isTrue(isValid, "the signature does not hold")
  return names
}

describe("the signature of a mail", () => {
  it.scopedLive("is valid for the mail as received, and covers the headers of one-click unsubscription", () =>
    Effect.gen(function* () {
      const server = yield* startSmtpServer()
      const mail = yield* mailTo("anna@shop.example", { text: "Ж \t\r\n\r\n.\r\nконец  \r\n\r\n\r\n" })
      yield* Effect.flatMap(Mailer, ({ send }) => send(mail)).pipe(
        Effect.provide(layerSmtp(serverAt(server.port), Option.some(dkim)))
      )
      const names = signedHeadersOf(server.taken[0]?.content ?? "", publicKey)
      for (const name of ["from", "to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post"]) {
        assert.include(names, name)
      }
      const forged = (server.taken[0]?.content ?? "").replace("who=anna", "who=boris")
      assert.throws(() => signedHeadersOf(forged, publicKey), "the signature does not hold")
    })
  )
})
