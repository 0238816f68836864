import type { RootCause } from "../domain/RootCause.ts"
import type { Page } from "./Page.ts"

/** The texts of a root cause. */
export interface CauseFacts {
  /** The numbers of findings and chats, and the dates. */
  readonly summary: string
  readonly rules: string
  /** The ids of some chats, and how many more there are. */
  readonly chats: string
  readonly excerpt: string
}

/** The maximum number of chats listed: one is enough to correct the wording. */
const chatsToName = 5

/** Makes the texts of a root cause. */
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
