import { changesSentence } from "./changesSentence.ts"
import { coverageFacts, unseenIn } from "./coverageFacts.ts"
import type { Page } from "./Page.ts"
import type { Report } from "./Report.ts"
import { causeFacts } from "./rootCauseFacts.ts"
import { openRules, tallyOf } from "./Tally.ts"
import { undeliveredLines } from "./undeliveredLines.ts"
import { verdictIcon, verdictOf } from "./verdict.ts"

/** A section of a summary: a heading and lines of one or more cells. */
export interface SummarySection {
  readonly heading: string
  readonly lines: ReadonlyArray<ReadonlyArray<string>>
  /** Whether the lines are rows of a table whose first row has the headings. */
  readonly isTable?: true
}

/** Everything in a report except the findings, for formats that consist of lines and cells. */
export const summarySections = <E>(page: Page, report: Report<E>): ReadonlyArray<SummarySection> => {
  const { run, trend, rootCauses, chatsJudgedByOlderRules } = report
  const { tone, sentences } = verdictOf(page, report)
  const sections: ReadonlyArray<SummarySection> = [
    {
      heading: `${verdictIcon(tone)} ${sentences.join(page.text("sentenceSeparator"))}`,
      lines: [
        [page.text("run", { id: run.id })],
        [`${page.time(run.startedAt)} – ${page.time(run.finishedAt)}`],
        [changesSentence(page, report.changes)],
        ...(chatsJudgedByOlderRules > 0
          ? [[page.text("olderRules", { chats: chatsJudgedByOlderRules, command: "chatlint scan --full" })]]
          : [])
      ]
    },
    {
      heading: page.text("byRule"),
      lines: openRules(tallyOf(report.counts)).map(([rule, findings]) => [
        page.text("count", { findings }),
        page.ruleTitle(rule),
        page.outside(rule)
      ])
    },
    {
      heading: page.text("rootCauses"),
      lines: rootCauses.map((cause) => {
        const { summary, rules, chats, excerpt } = causeFacts(page, cause)
        return [summary, rules, excerpt, chats]
      })
    },
    {
      heading: page.text("unseen"),
      lines: unseenIn(page, report.businesses).map(({ what, reason, message }) => [what, reason, message])
    },
    {
      heading: page.text("undelivered"),
      lines: undeliveredLines(page, report.undeliveredMails).map((line) => [line])
    },
    ...coverageFacts(page, report).map(({ heading, sentences: facts }) => ({
      heading,
      lines: facts.map(({ text }) => [text])
    })),
    {
      heading: page.text("trend"),
      isTable: true,
      lines:
        trend.length < 2
          ? []
          : [
              [
                page.text("trendRun"),
                page.text("trendNew"),
                page.text("trendRepeated"),
                page.text("trendErrors"),
                page.text("trendAcknowledged"),
                ""
              ],
              ...trend.map(({ finishedAt, complete, byStatus, openBySeverity }) => [
                page.time(finishedAt),
                page.text("count", { findings: byStatus.new }),
                page.text("count", { findings: byStatus.repeated }),
                page.text("count", { findings: openBySeverity.error }),
                page.text("count", { findings: byStatus.acknowledged }),
                complete ? "" : page.text("trendIncomplete")
              ])
            ]
    }
  ]
  return sections.filter(({ lines }) => lines.length > 0)
}
