import type { UndeliveredMail } from "../domain/UndeliveredMail.ts"
import type { Page } from "./Page.ts"

const keys = { refused: "mailRefused", messageRefused: "mailMessageRefused", expired: "mailExpired" } as const

/** A sentence for each undeliverable mail: the recipient, why, and what to do. */
export const undeliveredLines = (page: Page, mails: ReadonlyArray<UndeliveredMail>): ReadonlyArray<string> =>
  mails.map(({ businessId, recipient, end, answer }) => page.text(keys[end], { businessId, recipient, answer }))
