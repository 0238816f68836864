import type { FoldedText } from "../../text/FoldedText.ts"
import { type AddressChain, labelAt } from "./AddressChain.ts"
import type { AddressToken } from "./AddressToken.ts"
import { type EmailInChain, emailAt } from "./emailAt.ts"
import { hostIn } from "./hostIn.ts"
import type { EmailCandidate, LinkCandidate } from "./LinkCandidate.ts"

/** The sites and mailboxes found so far, in the order of the text. */
export interface FoundAddresses {
  readonly links: Array<LinkCandidate>
  readonly emails: Array<EmailCandidate>
}

/**
 * Collects the mailboxes and hosts of a chain.
 *
 * @param scheme the start of the scheme before the chain.
 */
export const collectAddresses = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  scheme: number | undefined,
  found: FoundAddresses
): void => {
  let first = 0
  while (first < chain.labels.length - 1) {
    const email = nextEmail(folded, tokens, chain, first)
    const upTo = email === undefined ? chain.labels.length : email.first
    // Hosts before the mailbox, or in the rest of the chain.
    let host = hostIn(folded, tokens, chain, first, upTo, scheme)
    while (host !== undefined) {
      first = host.next
      if (host.link !== undefined) {
        found.links.push(host.link)
        // The labels of its path have been read.
        while (first < upTo && (labelAt(tokens, chain, first)?.start ?? 0) < host.link.end) first += 1
      }
      host = hostIn(folded, tokens, chain, first, upTo, undefined)
    }
    if (email === undefined) return
    found.emails.push(email.candidate)
    first = email.next
  }
}

/**
 * The first mailbox among the labels from `from` on. One of several @ may have another meaning
 * ("до собаки zina, после собаки bk.ru").
 */
const nextEmail = (
  folded: FoldedText,
  tokens: ReadonlyArray<AddressToken>,
  chain: AddressChain,
  from: number
): EmailInChain | undefined => {
  for (let index = from; index < chain.joints.length; index++) {
    const email =
      chain.joints[index]?.role === "at" ? emailAt({ folded, tokens, chain, at: index, lowest: from }) : undefined
    if (email !== undefined) return email
  }
  return undefined
}
