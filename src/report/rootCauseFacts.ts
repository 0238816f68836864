import type { RootCause } from "../domain/RootCause.ts"
import type { Page } from "./Page.ts"

/** What is said of a root cause. */
export interface CauseFacts {
  /** How many findings in how many chats, and since when. */
  readonly summary: string
  readonly rules: string
  /** The chats by name, and how many more there are. */
  readonly chats: string
  readonly excerpt: string
}

/** More chats are not named: whoever puts the words right needs one of them. */
const chatsToName = 5

/** A root cause in words. */
export const causeFacts = (page: Page, cause: RootCause): CauseFacts => {
  const { findings, chats, firstAt, lastAt, rules, chatIds, businessId, excerpt } = cause
  const named = chatIds.slice(0, chatsToName).map((chatId) => page.outside(chatId))
  const dates =
    firstAt === null || lastAt === null
      ? []
      : [page.text("causeDates", { first: page.time(firstAt), last: page.time(lastAt) })]
  return {
    summary: page.list([page.text("causeCount", { findings, chats }), ...dates]),
    rules: page.list(rules.map((rule) => page.ruleTitle(rule))),
    chats:
      page.text("causeChats", { businessId, chats }) +
      page.text("detailSeparator") +
      page.list([...named, ...(chats > named.length ? [page.text("causeMore", { chats: chats - named.length })] : [])]),
    excerpt: page.outside(excerpt)
  }
}
