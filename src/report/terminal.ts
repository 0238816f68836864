import { Option, Stream } from "effect"
import type { Finding } from "../domain/Finding.ts"
import type { RootCause } from "../domain/RootCause.ts"
import { changesSentence } from "./changesSentence.ts"
import { coverageFacts, unseenIn } from "./coverageFacts.ts"
import { businessHeading, chatHeading, findingBlock } from "./findingBlock.ts"
import { headingsDue } from "./findingFacts.ts"
import { lines, type Paint } from "./lines.ts"
import { makePage, outsideText, type Page } from "./Page.ts"
import type { Report, ReportFormat } from "./Report.ts"
import { causeFacts } from "./rootCauseFacts.ts"
import { severityMark } from "./severityMark.ts"
import { openRules, tallyOf } from "./Tally.ts"
import { undeliveredLines } from "./undeliveredLines.ts"
import { type Verdict, verdictIcon, verdictOf } from "./verdict.ts"

const headLines = <E>(page: Page, { run, changes }: Report<E>, timeZone: string): string =>
  lines("", [page.colors.bold, page.text("run", { id: run.id })]) +
  lines("", [
    page.colors.dim,
    page.text("period", { start: page.time(run.startedAt), finish: page.time(run.finishedAt), timeZone })
  ]) +
  lines("", changesSentence(page, changes))

const findingLines = (page: Page, previous: Option.Option<Finding>, finding: Finding): ReadonlyArray<string> => {
  const due = headingsDue(previous, finding)
  return [
    ...(due.business ? [businessHeading(page, finding)] : []),
    ...(due.chat ? [chatHeading(page, finding)] : []),
    findingBlock(page, finding)
  ]
}

/** The broken rules, the most frequent first, and where the seller finds the chats. */
const ruleLines = <E>(page: Page, { counts }: Report<E>): ReadonlyArray<string> => {
  const rules = openRules(tallyOf(counts))
  if (rules.length === 0) return []
  // The first count is the largest, so it is the widest.
  const widest = page.text("count", { findings: rules[0]?.[1] ?? 0 }).length
  return [
    `\n${lines("", [page.colors.dim, page.text("whereToLook")])}`,
    `\n${lines("", [page.colors.bold, page.text("byRule")])}`,
    ...rules.map(([rule, findings]) => {
      const title = page.ruleTitle(rule)
      const id = outsideText(rule)
      const count = page.text("count", { findings }).padStart(widest)
      return lines("  ", `${count}  ${title}`, [page.colors.dim, title === id ? "" : ` (${id})`])
    })
  ]
}

const causeLines = (page: Page, causes: ReadonlyArray<RootCause>): ReadonlyArray<string> =>
  causes.length === 0
    ? []
    : [
        `\n${lines("", [page.colors.bold, page.text("rootCauses")])}`,
        ...causes.map((cause) => {
          const { summary, rules, chats, excerpt } = causeFacts(page, cause)
          return (
            lines("  ", [page.colors.bold, summary], ` · ${rules}`) +
            lines("  │ ", excerpt) +
            lines("    ", [page.colors.dim, chats])
          )
        })
      ]

/** The numbers of open findings in the previous runs and in this one. */
const trendLines = <E>(page: Page, { trend }: Report<E>): ReadonlyArray<string> =>
  trend.length < 2
    ? []
    : [
        `\n${lines(
          "",
          page.text("trendLine", { runs: trend.length }) +
            page.text("detailSeparator") +
            trend.map(({ byStatus }) => page.text("count", { findings: byStatus.new + byStatus.repeated })).join(" → ")
        )}`
      ]

const unseenLines = <E>(page: Page, { businesses }: Report<E>): ReadonlyArray<string> => {
  const bold: Paint = (words) => page.colors.yellow(page.colors.bold(words))
  const unseen = unseenIn(page, businesses).map(
    ({ what, reason, message }) =>
      lines("  ", what + page.text("detailSeparator") + reason) +
      (message === "" ? "" : lines("    ", [page.colors.dim, message]))
  )
  return unseen.length === 0 ? [] : [`\n${lines("", [bold, page.text("unseen")])}`, ...unseen]
}

const mailLines = <E>(page: Page, { undeliveredMails }: Report<E>): ReadonlyArray<string> => {
  const bold: Paint = (words) => page.colors.yellow(page.colors.bold(words))
  const mails = undeliveredLines(page, undeliveredMails).map((line) => lines("  ", line))
  return mails.length === 0 ? [] : [`\n${lines("", [bold, page.text("undelivered")])}`, ...mails]
}

const coverageLines = <E>(page: Page, report: Report<E>): ReadonlyArray<string> =>
  coverageFacts(page, report).map(
    ({ heading, sentences }) =>
      `\n${lines("", [page.colors.bold, heading])}` +
      sentences.map(({ text, isWarning }) => lines("  ", isWarning ? [page.colors.yellow, text] : text)).join("")
  )

const olderRulesLines = <E>(page: Page, { chatsJudgedByOlderRules }: Report<E>): ReadonlyArray<string> =>
  chatsJudgedByOlderRules > 0
    ? [`\n${lines("", page.text("olderRules", { chats: chatsJudgedByOlderRules, command: "chatlint scan --full" }))}`]
    : []

const verdictPaint = (page: Page, tone: Verdict["tone"]): Paint => {
  if (tone === "clean") return page.colors.green
  return tone === "incomplete" || tone === "nothing" ? page.colors.yellow : severityMark(page, tone).paint
}

/** The last line, with an icon; the colour only repeats what it says. */
const verdictLine = <E>(page: Page, report: Report<E>): string => {
  const { tone, sentences } = verdictOf(page, report)
  const paint: Paint = (line) => verdictPaint(page, tone)(page.colors.bold(line))
  return `\n${lines("", [paint, `${verdictIcon(tone)} ${sentences.join(page.text("sentenceSeparator"))}`])}`
}

/**
 * The report for a terminal: changes, findings, broken rules, unread chats, coverage and a verdict. Holds only one
 * finding in memory.
 */
export const terminal: ReportFormat<string> = {
  name: "terminal",
  write: (report, options) =>
    Stream.suspend(() => {
      const page = makePage(options)
      const body = report.findings.pipe(
        Stream.mapAccum(Option.none<Finding>(), (previous, finding) => [
          Option.some(finding),
          findingLines(page, previous, finding)
        ]),
        Stream.mapConcat((pieces) => pieces)
      )
      return Stream.make(headLines(page, report, options.timeZone)).pipe(
        Stream.concat(body),
        Stream.concat(
          Stream.suspend(() =>
            Stream.fromIterable([
              ...ruleLines(page, report),
              ...causeLines(page, report.rootCauses),
              ...unseenLines(page, report),
              ...mailLines(page, report),
              ...coverageLines(page, report),
              ...olderRulesLines(page, report),
              ...trendLines(page, report),
              verdictLine(page, report)
            ])
          )
        )
      )
    })
}
