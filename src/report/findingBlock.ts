import type { Finding } from "../domain/Finding.ts"
import { excerptFrame } from "./excerptFrame.ts"
import { lines } from "./lines.ts"
import { outsideText, type Page } from "./Page.ts"
import { severityMark } from "./severityMark.ts"

/** The heading over the findings of one business. */
export const businessHeading = (page: Page, { businessId }: Finding): string =>
  `\n${lines("", [page.colors.bold, page.text("business", { businessId })])}`

/** The heading over a chat's findings of one status: who was written to, and by which numbers the seller finds it. */
export const chatHeading = (page: Page, { chatId, orderId, context, status }: Finding): string => {
  const order = orderId === null ? page.text("withoutOrder", { context }) : page.text("withOrder", { context, orderId })
  const mark = page.text("status", { status })
  const paintMark = status === "new" ? page.colors.magenta : page.colors.dim
  return `\n${lines("  ", [page.colors.bold, page.text("chat", { chatId })], ` · ${order} · `, [paintMark, mark])}`
}

/** One finding: what was broken and how gravely, when, and the place in the text. */
export const findingBlock = (page: Page, finding: Finding): string => {
  const { severity, rule, at, confidence } = finding
  const { colors, text } = page
  const { icon, paint } = severityMark(page, severity)
  const title = page.ruleTitle(rule)
  const id = outsideText(rule)
  const messages = new Set(finding.spans.map((span) => span.messageId)).size
  const facts = [
    at === null ? text("timeUnknown") : page.time(at),
    ...(messages > 1 ? [text("messages", { messages })] : []),
    text("confidence", { confidence }),
    text("findingId", { id: finding.id }),
    ...(finding.acknowledgement === undefined
      ? []
      : [
          text("acknowledgedUntil", {
            until: page.time(finding.acknowledgement.until),
            reason: finding.acknowledgement.reason
          })
        ])
  ]
  return (
    lines("    ", [paint, `${icon} ${text("severity", { severity })}`], `  ${title}`, [
      colors.dim,
      title === id ? "" : ` (${id})`
    ]) +
    excerptFrame(page, "      ", finding, paint) +
    lines("      ", [colors.dim, facts.join(" · ")])
  )
}
