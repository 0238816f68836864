import { Option, Stream } from "effect"
import type { Finding } from "../domain/Finding.ts"
import { chatAbout, findingFacts, headingsDue } from "./findingFacts.ts"
import { markdownCell, markdownCode, markdownText } from "./markdownText.ts"
import { makePage, type Page } from "./Page.ts"
import type { ReportFormat } from "./Report.ts"
import { severityIcons } from "./severityMark.ts"
import { type SummarySection, summarySections } from "./summarySections.ts"

const listItem = (cells: ReadonlyArray<string>): string => `- ${cells.filter((cell) => cell !== "").join(" · ")}\n`

const tableRow = (cells: ReadonlyArray<string>): string => `| ${cells.map(markdownCell).join(" | ")} |\n`

const section = ({ heading, lines, isTable }: SummarySection): string => {
  const [first = [], ...rest] = lines
  const body = isTable
    ? tableRow(first) + tableRow(first.map(() => "---")) + rest.map(tableRow).join("")
    : lines.map(listItem).join("")
  return `\n## ${heading}\n\n${body}`
}

/** A finding's rule, its excerpt in a code span, so that nothing in it is Markdown, and its facts. */
const findingItem = (page: Page, finding: Finding): string => {
  const { rule, severity, match, excerpt } = finding
  const title = page.ruleTitle(rule)
  const id = page.outside(rule)
  const severityWords = page.text("severity", { severity })
  const found = match === "" || excerpt.includes(match) ? "" : ` → ${markdownCode(match)}`
  return [
    `- **${severityIcons[severity]} ${severityWords}** · ${title}${title === id ? "" : ` · ${id}`}\\\n`,
    excerpt === "" ? "" : `  ${markdownCode(excerpt)}${found}\\\n`,
    `  ${findingFacts(page, finding).join(" · ")}\n`
  ].join("")
}

const findingItems = (page: Page, previous: Option.Option<Finding>, finding: Finding): string => {
  const due = headingsDue(previous, finding)
  const status = page.text("status", { status: finding.status })
  return [
    due.business ? `\n### ${page.text("business", { businessId: finding.businessId })}\n` : "",
    due.chat
      ? `\n#### ${page.text("chat", { chatId: finding.chatId })} · ${chatAbout(page, finding)} · ${status}\n\n`
      : "",
    findingItem(page, finding)
  ].join("")
}

/** For a CI job's page, a ticket or a chat: a summary, then the findings. */
export const markdown: ReportFormat<string> = {
  name: "markdown",
  write: (report, options) =>
    Stream.suspend(() => {
      const page = makePage(options, markdownText)
      const [verdict, ...sections] = summarySections(page, report)
      const head = verdict === undefined ? "" : `# ${verdict.heading}\n\n${verdict.lines.map(listItem).join("")}`
      const title = `\n## ${page.text("findings")}\n${report.counts.length === 0 ? `\n${page.text("noFindings")}\n` : ""}`
      return Stream.make(head + sections.map(section).join("") + title).pipe(
        Stream.concat(
          Stream.mapAccum(report.findings, Option.none<Finding>(), (previous, finding) => [
            Option.some(finding),
            findingItems(page, previous, finding)
          ])
        )
      )
    })
}
