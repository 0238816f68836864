import { buffer } from "node:stream/consumers"
import { Effect, Option, Redacted } from "effect"
import DKIM from "nodemailer/lib/dkim"
import type { DkimKey } from "./MailAccount.ts"

/**
 * What the signature covers (RFC 6376, 5.4.1), and beyond it both headers of one-click unsubscription, which must be
 * covered for it to be offered (RFC 8058, 4). A header that the mail lacks is left out by the signer.
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

/** The mail as it goes onto the wire: with its DKIM signature, where there is a key. The key was checked when it was read. */
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
