import { keyedDigest } from "../domain/keyedDigest.ts"
import type { MailKey } from "../store/Outbox.ts"
import { domainOf, type EmailAddress } from "./EmailAddress.ts"

/**
 * The Message-ID of a mail, which is stable so that mail programs recognize a second copy. It is a keyed digest, so
 * that it reveals neither the business nor the recipient.
 *
 * @param key the database's key, in hexadecimal.
 */
export const messageIdOf = (
  key: string,
  { businessId, runId, kind, recipient }: MailKey,
  sender: EmailAddress
): string => {
  const digest = keyedDigest({ hexadecimal: key }, ["mail", businessId, runId, kind, recipient].join("\n"))
  return `${digest.slice(0, 40)}@${domainOf(sender)}`
}
