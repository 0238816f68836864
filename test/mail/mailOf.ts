import { Effect } from "effect"
import PostalMime, { type Email } from "postal-mime"
import type { Locale } from "../../src/locale/Locale.ts"
import type { Attachment } from "../../src/mail/composeMail.ts"
import type { Digest } from "../../src/mail/Digest.ts"
import { digestWords, type WordingOptions } from "../../src/mail/digestWords.ts"
import { EmailAddress } from "../../src/mail/EmailAddress.ts"
import type { MailSender } from "../../src/mail/MailAccount.ts"
import { makeMail } from "../../src/mail/makeMail.ts"
import { sender } from "./mails.ts"
import { wordingFor } from "./sampleDigests.ts"

/** Options for a digest's mail. */
export interface MailFacts {
  readonly sender?: MailSender
  readonly to?: string
  readonly attachments?: ReadonlyArray<Attachment>
  readonly wording?: Partial<WordingOptions>
}

/** The whole mail of a digest, as sent. */
export const mailOf = (digest: Digest, locale: Locale, facts: MailFacts = {}): Effect.Effect<string> =>
  makeMail({
    content: digestWords(digest, { ...wordingFor(locale), ...facts.wording }),
    messageId: "0123456789abcdef0123456789abcdef01234567@romashka.example",
    sender: facts.sender ?? sender,
    to: EmailAddress.make(facts.to ?? "anna@shop.example"),
    businessId: "1001",
    at: Date.parse("2026-11-22T00:13:00Z"),
    attachments: facts.attachments ?? []
  })

/** Parses a mail as a mail program does. */
export const parsed = (mail: string): Effect.Effect<Email> => Effect.promise(() => PostalMime.parse(mail))
