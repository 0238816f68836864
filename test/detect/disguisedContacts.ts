import { disguisedCards } from "./disguisedCards.ts"
import { disguisedEmails } from "./disguisedEmails.ts"
import { disguisedLinks } from "./disguisedLinks.ts"
import { disguisedPhones } from "./disguisedPhones.ts"

/** A rule, a text of a shop that violates it, the violating part, and the country of the shop if it is not Russia. */
export type DisguisedContact = readonly [rule: string, text: string, quote: string, region?: string]

/** Contacts of all kinds; the quote is what a reviewer would mark. */
export const disguisedContacts: ReadonlyArray<DisguisedContact> = [
  ...disguisedPhones,
  ...disguisedLinks,
  ...disguisedEmails,
  ...disguisedCards
]
