import { Option } from "effect"
import type { Finding } from "../domain/Finding.ts"
import type { Page } from "./Page.ts"

/** What a chat is about, with the order by which the seller finds it. */
export const chatAbout = (page: Page, { orderId, context }: Finding): string =>
  orderId === null ? page.text("withoutOrder", { context }) : page.text("withOrder", { context, orderId })

/** What is said of a finding beside its place: when it was written, how sure it is, its id, and who let it be. */
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

/** Whether a reader meets another business, or another chat or status, than with the finding before. */
export const headingsDue = (
  previous: Option.Option<Finding>,
  { businessId, chatId, status }: Finding
): { readonly business: boolean; readonly chat: boolean } => {
  const sameBusiness = Option.exists(previous, (before) => before.businessId === businessId)
  const sameChat = Option.exists(previous, (before) => before.chatId === chatId && before.status === status)
  return { business: !sameBusiness, chat: !sameBusiness || !sameChat }
}
