import { keyedDigest } from "../domain/keyedDigest.ts"
import type { MailKey } from "../store/Outbox.ts"
import { domainOf, type EmailAddress } from "./EmailAddress.ts"

/**
 * The Message-ID of a mail: the same whenever it is made again, so that a second copy is known as one. A keyed digest,
 * because neither a business nor a recipient is to be read from it.
 *
 * @param key in hexadecimal, which belongs to the data.
 */
export const messageIdOf = (
  key: string,
  { businessId, runId, kind, recipient }: MailKey,
  sender: EmailAddress
): string => {
  const digest = keyedDigest({ hexadecimal: key }, ["mail", businessId, runId, kind, recipient].join("\n"))
  return `${digest.slice(0, 40)}@${domainOf(sender)}`
}
