import { type Severity, severities } from "../domain/Rule.ts"
import type { Page } from "./Page.ts"
import type { Report } from "./Report.ts"
import { severityIcons } from "./severityMark.ts"
import { openFindings, tallyOf } from "./Tally.ts"

/** The result of a run in words. */
export interface Verdict {
  /** The highest severity of the open findings, or another result; `nothing` means that there are no chats. */
  readonly tone: Severity | "incomplete" | "nothing" | "clean"
  readonly sentences: ReadonlyArray<string>
}

/** The numbers of unread chats and businesses and of chats checked with older rules. */
const unseenParts = <E>(page: Page, { businesses, chatsJudgedByOlderRules }: Report<E>): ReadonlyArray<string> => {
  const chats = businesses.reduce((sum, { coverage }) => sum + coverage.notScanned.length, 0)
  const failed = businesses.filter(({ failure }) => failure !== undefined).length
  return [
    ...(chats > 0 ? [page.text("chatsUnread", { chats })] : []),
    ...(failed > 0 ? [page.text("businessesCutShort", { businesses: failed })] : []),
    ...(chatsJudgedByOlderRules > 0 ? [page.text("chatsOfOlderRules", { chats: chatsJudgedByOlderRules })] : [])
  ]
}

const incompleteSentence = <E>(page: Page, report: Report<E>): string => {
  const parts = unseenParts(page, report)
  return page.text("incomplete") + (parts.length === 0 ? "" : page.text("detailSeparator") + page.list(parts))
}

/** Makes the verdict. Nothing is called clean unless every chat was checked with the rules that the report names. */
export const verdictOf = <E>(page: Page, report: Report<E>): Verdict => {
  const { text } = page
  const tally = tallyOf(report.counts)
  const open = openFindings(tally)
  const isAllJudged = report.complete && report.chatsJudgedByOlderRules === 0
  const { acknowledged } = tally.byStatus
  const chats = report.businesses.reduce((sum, { coverage }) => sum + coverage.chatsListed, 0)
  const checked = report.businesses.reduce(
    (sum, { coverage: { chatsScanned, chatsUnchanged } }) => sum + chatsScanned + chatsUnchanged,
    0
  )
  const alreadyAcknowledged = acknowledged > 0 ? [text("acknowledged", { findings: acknowledged })] : []
  if (open > 0) {
    const found = severities.toReversed().filter((severity) => tally.openBySeverity[severity] > 0)
    const [worst = "info"] = found
    const bySeverity = found.map((severity) =>
      text("severityCount", { severity, findings: tally.openBySeverity[severity] })
    )
    const summary = text("found", { findings: open }) + text("detailSeparator") + page.list(bySeverity)
    return {
      tone: worst,
      sentences: [
        `${summary}${text("fullStop")}`,
        text("newAndRepeated", { new: tally.byStatus.new, repeated: tally.byStatus.repeated }),
        ...alreadyAcknowledged,
        ...(isAllJudged ? [] : [`${incompleteSentence(page, report)}${text("fullStop")}`])
      ]
    }
  }
  if (!isAllJudged) {
    return {
      tone: "incomplete",
      sentences: [
        `${incompleteSentence(page, report)}${text("fullStop")}`,
        text(checked > 0 ? "notClean" : "nothingSeen"),
        ...alreadyAcknowledged
      ]
    }
  }
  if (chats === 0) return { tone: "nothing", sentences: [text("nothingToCheck"), ...alreadyAcknowledged] }
  return {
    tone: "clean",
    sentences: [text(acknowledged > 0 ? "nothingOpen" : "clean"), ...alreadyAcknowledged, text("allSeen", { chats })]
  }
}

/** The icon of a verdict. */
export const verdictIcon = (tone: Verdict["tone"]): string =>
  ({ ...severityIcons, incomplete: "!", nothing: "–", clean: "✓" })[tone]
