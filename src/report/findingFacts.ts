import { Option } from "effect"
import type { Finding } from "../domain/Finding.ts"
import type { Page } from "./Page.ts"

/** What a chat is about, with its order number. */
export const chatAbout = (page: Page, { orderId, context }: Finding): string =>
  orderId === null ? page.text("withoutOrder", { context }) : page.text("withOrder", { context, orderId })

/** A finding's time, number of messages, confidence, id and acknowledgement. */
export const findingFacts = (page: Page, finding: Finding): ReadonlyArray<string> => {
  const { at, confidence, spans, id, acknowledgement } = finding
  const messages = new Set(spans.map(({ messageId }) => messageId)).size
  return [
    at === null ? page.text("timeUnknown") : page.time(at),
    ...(messages > 1 ? [page.text("messages", { messages })] : []),
    page.text("confidence", { confidence }),
    page.text("findingId", { id }),
    ...(acknowledgement === undefined
      ? []
      : [
          page.text("acknowledgedUntil", {
            until: page.time(acknowledgement.until),
            reason: acknowledgement.reason
          })
        ])
  ]
}

/**
 * Whether a finding needs a new heading because its business, or its chat or status, differs from the previous one's.
 */
export const headingsDue = (
  previous: Option.Option<Finding>,
  { businessId, chatId, status }: Finding
): { readonly business: boolean; readonly chat: boolean } => {
  const sameBusiness = Option.exists(previous, (before) => before.businessId === businessId)
  const sameChat = Option.exists(previous, (before) => before.chatId === chatId && before.status === status)
  return { business: !sameBusiness, chat: !sameBusiness || !sameChat }
}
