import { severities } from "../domain/Rule.ts"
import { lines, type Paint } from "./lines.ts"
import type { Page } from "./Page.ts"
import type { Report } from "./Report.ts"
import { severityMark } from "./severityMark.ts"
import { openFindings, type Tally } from "./Tally.ts"

/** Why not all was seen, as far as it can be counted. */
const unseenParts = <E>(page: Page, { businesses }: Report<E>): ReadonlyArray<string> => {
  const chats = businesses.reduce((sum, { coverage }) => sum + coverage.notScanned.length, 0)
  const failed = businesses.filter(({ failure }) => failure !== undefined).length
  return [
    ...(chats > 0 ? [page.text("chatsUnread", { chats })] : []),
    ...(failed > 0 ? [page.text("businessesCutShort", { businesses: failed })] : [])
  ]
}

const incompleteSentence = <E>(page: Page, report: Report<E>): string => {
  const parts = unseenParts(page, report)
  return page.text("incomplete") + (parts.length === 0 ? "" : page.text("detailSeparator") + page.list(parts))
}

/**
 * The last line: what a person who reads nothing else takes away. Says it in words and with an icon; colour only
 * repeats it. Nothing is called clean that was not seen.
 */
export const verdictLine = <E>(page: Page, report: Report<E>, tally: Tally): string => {
  const { colors, text } = page
  const open = openFindings(tally)
  const { acknowledged } = tally.byStatus
  const chats = report.businesses.reduce((sum, { coverage }) => sum + coverage.chatsListed, 0)
  const checked = report.businesses.reduce(
    (sum, { coverage: { chatsScanned, chatsUnchanged } }) => sum + chatsScanned + chatsUnchanged,
    0
  )
  const verdict = (icon: string, paint: Paint, sentences: ReadonlyArray<string>): string =>
    `\n${lines("", [(line) => paint(colors.bold(line)), `${icon} ${sentences.join(text("sentenceSeparator"))}`])}`
  const alreadyAcknowledged = acknowledged > 0 ? [text("acknowledged", { findings: acknowledged })] : []
  if (open > 0) {
    const found = severities.toReversed().filter((severity) => tally.openBySeverity[severity] > 0)
    const [worst] = found
    const bySeverity = found.map((severity) =>
      text("severityCount", { severity, findings: tally.openBySeverity[severity] })
    )
    const summary = text("found", { findings: open }) + text("detailSeparator") + page.list(bySeverity)
    const { icon, paint } = severityMark(page, worst ?? "info")
    return verdict(icon, paint, [
      `${summary}${text("fullStop")}`,
      text("newAndRepeated", { new: tally.byStatus.new, repeated: tally.byStatus.repeated }),
      ...alreadyAcknowledged,
      ...(report.complete ? [] : [`${incompleteSentence(page, report)}${text("fullStop")}`])
    ])
  }
  if (!report.complete) {
    return verdict("!", colors.yellow, [
      `${incompleteSentence(page, report)}${text("fullStop")}`,
      text(checked > 0 ? "notClean" : "nothingSeen"),
      ...alreadyAcknowledged
    ])
  }
  if (chats === 0) return verdict("–", colors.yellow, [text("nothingToCheck"), ...alreadyAcknowledged])
  return verdict("✓", colors.green, [
    text(acknowledged > 0 ? "nothingOpen" : "clean"),
    ...alreadyAcknowledged,
    text("allSeen", { chats })
  ])
}
