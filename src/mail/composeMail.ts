import { Effect, Option } from "effect"
import MailComposer from "nodemailer/lib/mail-composer"
import { visibleText } from "../text/visibleText.ts"
import type { EmailAddress } from "./EmailAddress.ts"
import type { MailSender } from "./MailAccount.ts"

/** A file attached to a mail. */
export interface Attachment {
  /** ASCII. */
  readonly name: string
  readonly type: string
  readonly content: Uint8Array
}

/** The parts of a mail. */
export interface MailParts {
  readonly messageId: string
  readonly sender: MailSender
  readonly to: EmailAddress
  readonly date: Date
  readonly subject: string
  readonly html: string
  readonly text: string
  readonly language: string
  /** Identifies mails of one kind: the `List-Id` without the sender's domain. */
  readonly list: string
  readonly attachments: ReadonlyArray<Attachment>
}

/** Every mail program cuts longer subjects. */
const longestSubject = 150

/** One line of visible characters, because a line break would end the header. */
const headerText = (text: string, longest: number): string => {
  const characters = Array.from(visibleText(text))
  return characters.length > longest ? `${characters.slice(0, longest - 1).join("")}…` : characters.join("")
}

/** The unsubscribe headers for this recipient, whose address replaces `{address}`. */
const unsubscribeHeaders = (unsubscribe: string, to: EmailAddress): Record<string, string> => {
  const address = unsubscribe.replaceAll("{address}", encodeURIComponent(to))
  return {
    "List-Unsubscribe": `<${address}>`,
    // RFC 8058: mail programs then unsubscribe with a POST, without opening a page.
    ...(/^https:/i.test(address) ? { "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" } : {})
  }
}

/**
 * Composes a mail to one recipient from plain text, HTML and attachments. The result is ASCII with CR LF. The composer
 * may not read the file system or the network.
 */
export const composeMail = (mail: MailParts): Effect.Effect<string> =>
  Effect.promise(async () => {
    const { sender, to, messageId } = mail
    const composer = new MailComposer({
      messageId: `<${messageId}>`,
      from: { name: headerText(sender.name, longestSubject), address: sender.address },
      to: { name: "", address: to },
      date: mail.date,
      subject: headerText(mail.subject, longestSubject),
      text: mail.text,
      html: mail.html,
      textEncoding: "base64",
      disableFileAccess: true,
      disableUrlAccess: true,
      newline: "windows",
      headers: {
        // RFC 3834: suppresses automatic replies; the second header does the same for Exchange.
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        "Content-Language": mail.language,
        "List-Id": `<${mail.list}.${sender.address.slice(sender.address.lastIndexOf("@") + 1)}>`,
        ...Option.match(sender.unsubscribe, { onNone: () => ({}), onSome: (where) => unsubscribeHeaders(where, to) })
      },
      attachments: mail.attachments.map(({ name, type, content }) => ({
        filename: name,
        contentType: type,
        content: Buffer.from(content)
      }))
    })
    return (await composer.compile().build()).toString("latin1")
  })
