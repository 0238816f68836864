import { Option, Stream } from "effect"
import type { ChangedFinding, ChangeKind } from "../../domain/Changes.ts"
import { changesParts } from "../changesSentence.ts"
import { businessHeading, chatHeading, findingBlock } from "../findingBlock.ts"
import { headingsDue } from "../findingFacts.ts"
import { lines, type Paint } from "../lines.ts"
import { makePage, type Page, type ReportText } from "../Page.ts"
import type { ChangesFormat, ChangesReport } from "./ChangesReport.ts"

const kindTexts = {
  new: "kindNew",
  "found-by-changed-rules": "kindFound",
  repeated: "kindRepeated",
  acknowledged: "kindAcknowledged",
  "no-longer-in-window": "kindGone",
  "cleared-by-changed-rules": "kindCleared"
} as const satisfies Record<ChangeKind, ReportText>

const headLines = <E>(page: Page, { run, changes }: ChangesReport<E>): string =>
  lines("", [
    page.colors.bold,
    changes.since === null
      ? page.text("run", { id: run.id })
      : page.text("changesBetween", { since: changes.since.runId, run: run.id })
  ]) +
  lines("", [
    page.colors.dim,
    changes.since === null
      ? page.time(run.finishedAt)
      : `${page.time(changes.since.finishedAt)} → ${page.time(run.finishedAt)}`
  ]) +
  lines(
    "",
    changes.since === null ? page.text("firstRun") : page.list(changesParts(page, changes)) + page.text("fullStop")
  )

const changedLines = (
  page: Page,
  previous: Option.Option<ChangedFinding>,
  { change, finding }: ChangedFinding
): string => {
  const underlined: Paint = (text) => page.colors.bold(page.colors.underline(text))
  const isNewKind = !Option.exists(previous, (before) => before.change === change)
  const before = isNewKind ? Option.none() : Option.map(previous, (one) => one.finding)
  const due = headingsDue(before, finding)
  return [
    isNewKind ? `\n${lines("", [underlined, page.text(kindTexts[change])])}` : "",
    due.business ? businessHeading(page, finding) : "",
    due.chat ? chatHeading(page, finding) : "",
    findingBlock(page, finding)
  ].join("")
}

/** The changes for people. Repeated findings are only counted. */
export const terminal: ChangesFormat = {
  name: "terminal",
  write: (report, options) =>
    Stream.suspend(() => {
      const page = makePage(options)
      const { repeated } = report.changes
      return Stream.make(headLines(page, report)).pipe(
        Stream.concat(
          report.findings.pipe(
            Stream.filter(({ change }) => change !== "repeated"),
            Stream.mapAccum(Option.none<ChangedFinding>(), (previous, changed) => [
              Option.some(changed),
              changedLines(page, previous, changed)
            ])
          )
        ),
        Stream.concat(
          repeated === 0
            ? Stream.empty
            : Stream.make(
                `\n${lines("", [page.colors.dim, page.text("repeatedElsewhere", { findings: repeated, command: `chatlint report ${report.run.id}` })])}`
              )
        )
      )
    })
}
