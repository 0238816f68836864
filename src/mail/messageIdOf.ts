import { createHmac } from "node:crypto"
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
  const digest = createHmac("sha256", Buffer.from(key, "hex"))
    .update(["mail", businessId, runId, kind, recipient].join("\n"))
    .digest("hex")
  return `${digest.slice(0, 40)}@${domainOf(sender)}`
}
