import { buffer } from "node:stream/consumers"
import { Effect, Option, Redacted } from "effect"
import DKIM from "nodemailer/lib/dkim"
import type { DkimKey } from "./MailAccount.ts"

/**
 * The signed headers: those of RFC 6376, 5.4.1, and both headers of one-click unsubscription, which must be signed to
 * take effect (RFC 8058, 4). The signer skips headers that the mail lacks.
 */
const signedHeaders = [
  "From",
  "Sender",
  "Reply-To",
  "To",
  "Subject",
  "Date",
  "Message-ID",
  "MIME-Version",
  "Content-Type",
  "Content-Transfer-Encoding",
  "Auto-Submitted",
  "List-Id",
  "List-Unsubscribe",
  "List-Unsubscribe-Post"
].join(":")

/** Adds a DKIM signature if there is a key. The key was validated when the configuration was read. */
export const signMail = (content: string, dkim: Option.Option<DkimKey>): Effect.Effect<Uint8Array> =>
  Option.match(dkim, {
    onNone: () => Effect.sync(() => Buffer.from(content, "latin1")),
    onSome: ({ domain, selector, privateKey }) =>
      Effect.promise(() =>
        buffer(
          new DKIM({
            domainName: domain,
            keySelector: selector,
            privateKey: Redacted.value(privateKey),
            headerFieldNames: signedHeaders
          }).sign(Buffer.from(content, "latin1"))
        )
      )
  })
