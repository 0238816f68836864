import { HashMap, Option } from "effect"
import type { ChangedFinding, ChangeKind } from "../domain/Changes.ts"
import type { Finding } from "../domain/Finding.ts"
import { type RuleId, type Severity, severities } from "../domain/Rule.ts"

/** The maximum number of findings that a mail shows. */
const maximumShown = 10

/** The maximum per chat: a reader who opens the chat sees its other findings, so a mail covers several chats. */
const maximumPerChat = 2

/** The findings to show, the most severe and newest first, and counts by rule over all findings of that kind. */
export interface Shown {
  readonly findings: ReadonlyArray<Finding>
  readonly byRule: HashMap.HashMap<RuleId, number>
}

/** A summary of a stream of findings, in bounded memory. */
export interface DigestTally {
  readonly byChange: Readonly<Record<ChangeKind, number>>
  readonly openBySeverity: Readonly<Record<Severity, number>>
  readonly new: Shown
  readonly repeated: Shown
}

const nothingShown: Shown = { findings: [], byRule: HashMap.empty() }

export const emptyDigestTally: DigestTally = {
  byChange: {
    new: 0,
    "found-by-changed-rules": 0,
    repeated: 0,
    acknowledged: 0,
    "no-longer-in-window": 0,
    "cleared-by-changed-rules": 0
  },
  openBySeverity: { info: 0, warning: 0, error: 0 },
  new: nothingShown,
  repeated: nothingShown
}

/** Orders by severity, then by date, both descending. ISO dates in UTC sort as strings. */
const moreUrgent = (left: Finding, right: Finding): number =>
  severities.indexOf(right.severity) - severities.indexOf(left.severity) ||
  ((left.at ?? "") < (right.at ?? "") ? 1 : (left.at ?? "") > (right.at ?? "") ? -1 : 0)

/** Applied after each finding. That is safe: a finding dropped now would also be dropped from the complete list. */
const mostUrgent = (findings: ReadonlyArray<Finding>): ReadonlyArray<Finding> =>
  findings
    .toSorted(moreUrgent)
    .filter(
      ({ chatId }, index, sorted) =>
        sorted.slice(0, index).filter((before) => before.chatId === chatId).length < maximumPerChat
    )
    .slice(0, maximumShown)

const shownWith = ({ findings, byRule }: Shown, finding: Finding): Shown => ({
  findings: mostUrgent([...findings, finding]),
  byRule: HashMap.modifyAt(byRule, finding.rule, (count) => Option.some(Option.getOrElse(count, () => 0) + 1))
})

/** The tally with one more finding. */
export const digestTallyWith = (tally: DigestTally, { change, finding }: ChangedFinding): DigestTally => {
  const byChange = { ...tally.byChange, [change]: tally.byChange[change] + 1 }
  const isNew = change === "new" || change === "found-by-changed-rules"
  if (!isNew && change !== "repeated") return { ...tally, byChange }
  const openBySeverity = { ...tally.openBySeverity, [finding.severity]: tally.openBySeverity[finding.severity] + 1 }
  return isNew
    ? { ...tally, byChange, openBySeverity, new: shownWith(tally.new, finding) }
    : { ...tally, byChange, openBySeverity, repeated: shownWith(tally.repeated, finding) }
}

/** The rule with the most findings. */
export const mostBroken = ({ byRule }: Shown): Option.Option<{ readonly rule: RuleId; readonly findings: number }> =>
  Option.map(
    Option.fromNullable(
      HashMap.toEntries(byRule).toSorted(
        ([leftRule, left], [rightRule, right]) => right - left || (leftRule < rightRule ? -1 : 1)
      )[0]
    ),
    ([rule, findings]) => ({ rule, findings })
  )
