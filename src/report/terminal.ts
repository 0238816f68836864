import { HashMap, Option, Stream } from "effect"
import type { Finding } from "../domain/Finding.ts"
import { coverageLines, unseenLines } from "./coverageLines.ts"
import { businessHeading, chatHeading, findingBlock } from "./findingBlock.ts"
import { lines } from "./lines.ts"
import { makePage, outsideText, type Page } from "./Page.ts"
import type { Report, ReportFormat } from "./Report.ts"
import { counted, emptyTally, openFindings, type Tally } from "./Tally.ts"
import { verdictLine } from "./verdictLine.ts"

/** What is remembered between two findings: the counts, and the one before, which tells whether a heading is due. */
interface Progress {
  readonly tally: Tally
  readonly previous: Option.Option<Finding>
}

const nothingYet: Progress = { tally: emptyTally, previous: Option.none() }

const headLines = <E>(page: Page, { run }: Report<E>, timeZone: string): string =>
  lines("", [page.colors.bold, page.text("run", { id: run.id })]) +
  lines("", [
    page.colors.dim,
    page.text("period", { start: page.time(run.startedAt), finish: page.time(run.finishedAt), timeZone })
  ])

const sameBusiness = (left: Finding, right: Finding): boolean => left.businessId === right.businessId

const sameGroup = (left: Finding, right: Finding): boolean =>
  sameBusiness(left, right) && left.chatId === right.chatId && left.status === right.status

const findingLines = (page: Page, previous: Option.Option<Finding>, finding: Finding): ReadonlyArray<string> => [
  ...(Option.exists(previous, (before) => sameBusiness(before, finding)) ? [] : [businessHeading(page, finding)]),
  ...(Option.exists(previous, (before) => sameGroup(before, finding)) ? [] : [chatHeading(page, finding)]),
  findingBlock(page, finding)
]

/** The rules that were broken, the most frequent first, and where the seller finds the chats. */
const ruleLines = (page: Page, tally: Tally): ReadonlyArray<string> => {
  if (openFindings(tally) === 0) return []
  const rules = HashMap.toEntries(tally.openByRule).toSorted(
    ([leftRule, left], [rightRule, right]) => right - left || (leftRule < rightRule ? -1 : 1)
  )
  // The first count is the largest, so it is also the widest.
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

const olderRulesLines = <E>(page: Page, { chatsJudgedByOlderRules }: Report<E>): ReadonlyArray<string> =>
  chatsJudgedByOlderRules > 0
    ? [`\n${lines("", page.text("olderRules", { chats: chatsJudgedByOlderRules, command: "chatlint scan --full" }))}`]
    : []

/**
 * For a person who answers for the chats: what was broken, where and when, what was not seen, how much was seen, and a
 * verdict. Remembers one finding and the counts, however many findings there are.
 */
export const terminal: ReportFormat = {
  name: "terminal",
  write: (report, options) =>
    Stream.suspend(() => {
      const page = makePage(options)
      const tail = (tally: Tally): ReadonlyArray<string> => [
        ...ruleLines(page, tally),
        ...unseenLines(page, report.businesses),
        ...coverageLines(page, report),
        ...olderRulesLines(page, report),
        verdictLine(page, report, tally)
      ]
      const body = report.findings.pipe(
        Stream.map(Option.some),
        // The end of the findings is an element too: it is where the counts are known.
        Stream.concat(Stream.make(Option.none<Finding>())),
        Stream.mapAccum(nothingYet, ({ tally, previous }, next) =>
          Option.match(next, {
            onNone: (): readonly [Progress, ReadonlyArray<string>] => [{ tally, previous }, tail(tally)],
            onSome: (finding) => [
              { tally: counted(tally, finding), previous: next },
              findingLines(page, previous, finding)
            ]
          })
        ),
        Stream.mapConcat((pieces) => pieces)
      )
      return Stream.make(headLines(page, report, options.timeZone)).pipe(Stream.concat(body))
    })
}
