import type { DigestContent } from "./DigestContent.ts"

/** The longest bar, in characters. */
const barWidth = 24

const indented = (text: string): string => `  ${text}`

/** The plain-text part, with the same content as the HTML in the same order. */
export const digestPlainText = (content: DigestContent): string => {
  const { changes, causes, findings, unseen, undelivered, trend, unsubscribe } = content
  const part = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
    lines.length === 0 ? [] : [`\n== ${title} ==`, ...lines]
  const highest = Math.max(
    1,
    ...trend.bars.map(({ bySeverity }) => bySeverity.reduce((sum, one) => sum + one.findings, 0))
  )
  const bar = (sum: number): string => "█".repeat(sum === 0 ? 0 : Math.max(1, Math.round((sum / highest) * barWidth)))
  return [
    `${content.icon} ${content.verdict}`,
    ...content.sentences,
    ...part(changes.title, [
      changes.since,
      ...changes.rows.map(({ label, count, isPart }) => `${isPart ? "    " : "  "}${label}: ${count}`)
    ]),
    ...part(
      causes.title,
      causes.causes.length === 0
        ? []
        : [
            causes.hint,
            ...causes.causes.flatMap(({ title, where, fragment }) => [`* ${title} · ${where}`, indented(fragment)])
          ]
    ),
    ...part(
      findings.title,
      findings.findings.flatMap(({ severityName, title, where, fragment, clause, rewrite }, index) => [
        `${index + 1}. [${severityName}] ${title}`,
        indented(where),
        indented(`${findings.fragmentLabel}: ${fragment}`),
        ...(clause === undefined
          ? []
          : [indented(`${clause.label}: ${clause.text}${clause.source === undefined ? "" : ` ${clause.source}`}`)]),
        ...(rewrite === undefined ? [] : [indented(`${findings.rewriteLabel}: ${rewrite}`)]),
        ""
      ])
    ),
    ...findings.notes,
    ...part(unseen.title, unseen.lines.map(indented)),
    ...part(undelivered.title, undelivered.lines.map(indented)),
    ...part(
      `${trend.title}: ${trend.findingsLabel.toLowerCase()}`,
      trend.bars.map(({ label, total, bySeverity, note }) => {
        const sum = bySeverity.reduce((all, one) => all + one.findings, 0)
        return indented(`${label}  ${bar(sum)} ${total}${note === "" ? "" : ` (${note})`}`)
      })
    ),
    "\n-- ",
    ...content.footer,
    ...(unsubscribe === undefined ? [] : [`${unsubscribe.label}: ${unsubscribe.address}`]),
    ""
  ].join("\n")
}
