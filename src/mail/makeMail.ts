import { Effect } from "effect"
import { type Attachment, composeMail } from "./composeMail.ts"
import type { DigestContent } from "./DigestContent.ts"
import { digestPlainText } from "./digestPlainText.ts"
import type { EmailAddress } from "./EmailAddress.ts"
import type { MailSender } from "./MailAccount.ts"

/** A digest's texts, and the envelope of one mail. */
export interface MailOccasion {
  readonly content: DigestContent
  readonly messageId: string
  readonly sender: MailSender
  readonly to: EmailAddress
  readonly businessId: string
  /** Milliseconds since the epoch. */
  readonly at: number
  readonly attachments: ReadonlyArray<Attachment>
}

/** The HTML part. React and its renderer are loaded only here, because they are the largest part of the program. */
export const htmlOf = (content: DigestContent): Effect.Effect<string> =>
  Effect.promise(async () => {
    const { renderDigest } = await import("./renderDigest.tsx")
    return renderDigest(content)
  })

/** Makes the whole mail. */
export const makeMail = (occasion: MailOccasion): Effect.Effect<string> =>
  Effect.gen(function* () {
    const { content, messageId, sender, to, businessId, at, attachments } = occasion
    return yield* composeMail({
      messageId,
      sender,
      to,
      date: new Date(at),
      subject: content.subject,
      html: yield* htmlOf(content),
      text: digestPlainText(content),
      language: content.locale,
      list: `digest.${businessId}`,
      attachments
    })
  })
