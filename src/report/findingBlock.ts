import type { Finding } from "../domain/Finding.ts"
import { excerptFrame } from "./excerptFrame.ts"
import { chatAbout, findingFacts } from "./findingFacts.ts"
import { lines } from "./lines.ts"
import { outsideText, type Page } from "./Page.ts"
import { severityMark } from "./severityMark.ts"

/** The heading of a business's findings. */
export const businessHeading = (page: Page, { businessId }: Finding): string =>
  `\n${lines("", [page.colors.bold, page.text("business", { businessId })])}`

/** The heading of a chat's findings with one status, with the numbers by which the seller finds the chat. */
export const chatHeading = (page: Page, finding: Finding): string => {
  const { chatId, status } = finding
  const mark = page.text("status", { status })
  const paintMark = status === "new" ? page.colors.magenta : page.colors.dim
  return `\n${lines("  ", [page.colors.bold, page.text("chat", { chatId })], ` · ${chatAbout(page, finding)} · `, [paintMark, mark])}`
}

/** One finding: its severity, rule, excerpt and other facts. */
export const findingBlock = (page: Page, finding: Finding): string => {
  const { severity, rule } = finding
  const { colors, text } = page
  const { icon, paint } = severityMark(page, severity)
  const title = page.ruleTitle(rule)
  const id = outsideText(rule)
  return (
    lines("    ", [paint, `${icon} ${text("severity", { severity })}`], `  ${title}`, [
      colors.dim,
      title === id ? "" : ` (${id})`
    ]) +
    excerptFrame(page, "      ", finding, paint) +
    lines("      ", [colors.dim, findingFacts(page, finding).join(" · ")])
  )
}
